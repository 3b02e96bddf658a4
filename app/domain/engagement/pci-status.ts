// PCI status of an engagement in card scope: a fact with its own clock, not a score (PCI DSS 4.0.1 12.8.4). Neither score nor risk
// acceptance changes it. The clock of a validation starts at the Date of Report, not at a signature.
import { addMonths, type Day, daysBetween } from "#app/domain/monitoring/calendar-days.ts";

/** How the vendor shows it: attested by an assessor, by itself, requirement by requirement, or not at all. */
export const pciForms = ["aoc_service_provider", "saq_d_service_provider", "evidence_per_requirement", "none"] as const;
export type PciForm = (typeof pciForms)[number];

export const pciStatuses = ["validated", "late_1_60", "late_61_90", "not_validated_reviewed", "not_validated", "unknown"] as const;
export type PciStatus = (typeof pciStatuses)[number];

/** As recorded by a compliance officer. A merchant's SAQ is no form: it proves nothing about a service provider. */
export interface PciRecord {
  form: PciForm;
  /** Company that assessed; empty for a self-assessment. */
  assessor: string;
  /** Date of Report; null without a validation. */
  reportOn: Day | null;
  dssVersion: string;
  servicesCovered: string[];
  requirementsNotTested: string[];
  /** The document it was read from. */
  evidenceId: string | null;
  recordedById: string;
  recordedAt: string;
}

export const pciStatusTexts: Record<PciStatus, string> = {
  validated: "Validated",
  late_1_60: "Validation 1–60 days late",
  late_61_90: "Validation 61–90 days late",
  not_validated_reviewed: "Not validated, evidence reviewed per requirement",
  not_validated: "Not validated",
  unknown: "Unknown",
};

/** Last day a validation holds: twelve months after the Date of Report. Null where there is no validation. */
export function pciValidUntil(record: Pick<PciRecord, "form" | "reportOn">): Day | null {
  const isValidation = record.form === "aoc_service_provider" || record.form === "saq_d_service_provider";
  return isValidation && record.reportOn !== null ? addMonths(record.reportOn, 12) : null;
}

/** The status on a day; null = nobody recorded anything. A validation without a date of report is unknown. */
export function pciStatusOn(record: Pick<PciRecord, "form" | "reportOn"> | null, today: Day): PciStatus {
  if (record === null) return "unknown";
  if (record.form === "none") return "not_validated";
  if (record.form === "evidence_per_requirement") return "not_validated_reviewed";
  const validUntil = pciValidUntil(record);
  if (validUntil === null) return "unknown";
  const late = daysBetween(validUntil, today);
  if (late <= 0) return "validated";
  if (late <= 60) return "late_1_60";
  return late <= 90 ? "late_61_90" : "not_validated";
}
