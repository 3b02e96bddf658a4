// Residual risk: inherent band × grade, one table everywhere (docs: scoring, "Residual risk"). Never above the inherent band.
import { type RiskBand, severityOfBand } from "./risk-levels.ts";

export const grades = ["A", "B", "C", "D", "F"] as const;
export type Grade = (typeof grades)[number];

const byGrade = (A: RiskBand, B: RiskBand, C: RiskBand, D: RiskBand, F: RiskBand) => ({ A, B, C, D, F });

export const residualTable: Record<RiskBand, Record<Grade, RiskBand>> = {
  critical: byGrade("medium", "medium", "high", "critical", "critical"),
  high: byGrade("low", "medium", "high", "high", "high"),
  medium: byGrade("low", "low", "medium", "medium", "medium"),
  low: byGrade("low", "low", "low", "low", "low"),
};

export interface ResidualRisk {
  readonly band: RiskBand;
  /** False without a grade: printed beside the band as "not assessed". */
  readonly isAssessed: boolean;
}

/** `grade` is null when coverage is incomplete or no question counts. */
export function residualRisk(inherent: RiskBand, grade: Grade | null): ResidualRisk {
  return grade === null ? { band: inherent, isAssessed: false } : { band: residualTable[inherent][grade], isAssessed: true };
}

export const residualRefusals = {
  above_inherent: "The residual risk cannot be above the inherent risk.",
  needs_reason: "Say why the residual risk should differ from the table.",
  needs_second_person: "Lowering the residual risk takes a second person.",
} as const;
export type ResidualRefusal = keyof typeof residualRefusals;

/**
 * Why a decision may not carry `chosen` instead of the table's band, or undefined: raising needs a reason and ends at the inherent band,
 * lowering needs a reason and a second person, who will countersign (`hasSecondPerson`).
 */
export function residualRefusal(
  chosen: { inherent: RiskBand; table: RiskBand; band: RiskBand; reason: string },
  hasSecondPerson: boolean,
): ResidualRefusal | undefined {
  if (chosen.band === chosen.table) return undefined;
  if (severityOfBand(chosen.band) > severityOfBand(chosen.inherent)) return "above_inherent";
  if (chosen.reason.trim() === "") return "needs_reason";
  return severityOfBand(chosen.band) < severityOfBand(chosen.table) && !hasSecondPerson ? "needs_second_person" : undefined;
}
