// A first draft of a decision's rationale, made of facts alone: the officer edits it and signs what then stands there.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { ResidualRisk } from "#app/domain/risk/residual-risk.ts";
import { type Dimension, dimensionWords, type RiskBand, type Tier } from "#app/domain/risk/risk-levels.ts";
import type { ScoreTotals } from "./score-result.ts";

export interface RationaleFacts {
  vendor: string;
  service: string;
  inherent: RiskBand;
  tier: Tier;
  decidedBy: readonly Dimension[];
  result: Pick<ScoreTotals, "scoreBps" | "grade" | "coverageBps" | "assuranceBps">;
  residual: ResidualRisk;
  /** Wording of the failed knock-outs. */
  knockOuts: readonly string[];
  /** How many knock-outs are half met or unproven. */
  held: number;
  /** Last days of the acceptances in force. */
  accepted: readonly Day[];
  openFindings: readonly RiskBand[];
}

const percent = (bps: number): string => `${Math.floor(bps / 100)} %`;
const plural = (n: number, one: string, many: string): string => (n === 1 ? `one ${one}` : `${n} ${many}`);

export function draftRationale(facts: RationaleFacts): string {
  const { result, residual, knockOuts, held, accepted, openFindings } = facts;
  const dimensions = facts.decidedBy.map((dimension) => dimensionWords[dimension].toLowerCase()).join(", ");
  const points = result.scoreBps === null ? "no score" : `a score of ${Math.floor(result.scoreBps / 100)}`;
  const grade = result.grade === null ? "not graded" : `grade ${result.grade}`;
  const worst = openFindings.filter((severity) => severity === "critical" || severity === "high").length;
  const sentences = [
    `${facts.vendor} provides: ${facts.service}.`,
    `Its inherent risk is ${facts.inherent} (tier ${facts.tier}), because of ${dimensions}.`,
    `The review ends with ${points} (${grade}), ${percent(result.assuranceBps)} of it verified, at a coverage of ${percent(result.coverageBps)}.`,
    knockOuts.length > 0 ? `Failed: ${knockOuts.join(" / ")}` : held > 0 ? "" : "All knock-outs are met and proven.",
    held > 0 ? `Half met or unproven: ${plural(held, "knock-out", "knock-outs")}.` : "",
    openFindings.length > 0
      ? `Open: ${plural(openFindings.length, "finding", "findings")}${worst > 0 ? `, ${worst} of them high or critical` : ""}.`
      : "No finding is open.",
    accepted.length > 0
      ? `Accepted: ${plural(accepted.length, "risk", "risks")}, at the longest until ${[...accepted].sort().at(-1)}.`
      : "",
    residual.isAssessed
      ? `By the table the residual risk is ${residual.band}.`
      : `Without a grade the residual risk is that of the service itself: ${residual.band}, not assessed.`,
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
