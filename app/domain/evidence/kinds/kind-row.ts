// How a kind of evidence is described: who issues it, from which date its clock runs, how long it holds, what a reviewer checks; and the
// usual rows that the tables of kinds start from.
import type { EvidenceCheck } from "../evidence-checks.ts";

/** How long a document holds. `stated` = the document names its last day; `atMostMonths` bounds it, and stands in when none was given. */
export type Validity =
  | { rule: "months"; months: number }
  | { rule: "days"; days: number }
  | { rule: "stated"; atMostMonths?: number }
  | { rule: "year_end"; years: number } // last day of the n-th calendar year after the date
  | { rule: "none" };

export type EvidenceIssuer = "auditor" | "authority" | "vendor" | "both" | "us";

/** public: anybody may read it; confidential: reviewers; restricted: received under a non-disclosure agreement. */
export type Confidentiality = "public" | "confidential" | "restricted";

export interface EvidenceKindRow {
  label: { en: string; de: string };
  issuer: EvidenceIssuer;
  /** Name of the date the uploader gives: the day the validity counts from. */
  clock: { en: string; de: string };
  validity: Validity;
  /** Days after the last valid day in which the document is late, not yet expired. */
  graceDays: number;
  /** Only on days this other document speaks for; absent: on all of them. */
  graceNeeds?: "soc2-bridge" | undefined;
  /** Media types taken for this kind. */
  accept: readonly string[];
  checks: readonly EvidenceCheck[];
  confidentiality: Confidentiality;
  /** One line for the uploader: what is meant, and what is no proof. */
  hint?: { en: string; de: string };
}

export const PDF = ["application/pdf"] as const;
export const SCAN = [...PDF, "image/png", "image/jpeg"] as const;
export const OFFICE = [
  ...SCAN,
  "text/plain",
  "text/csv",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] as const;
export const DATA = [...OFFICE, "application/json"] as const;

export const REPORT_DATE = { en: "Date of Report", de: "Berichtsdatum" };
export const PERIOD_END = { en: "End of the audit period", de: "Ende des Prüfzeitraums" };
export const ISSUED = { en: "Date of issue", de: "Ausstellungsdatum" };
export const SIGNED = { en: "Date of signature", de: "Datum der Unterschrift" };
export const TESTED = { en: "Last day of the test", de: "Letzter Testtag" };
export const DOCUMENT = { en: "Date of the document", de: "Datum des Dokuments" };
export const COMPLETED = { en: "Date completed", de: "Datum der Fertigstellung" };
export const DECIDED = { en: "Date of the decision", de: "Datum der Entscheidung" };
export const SEEN = { en: "Date seen", de: "Datum der Einsicht" };

export const months = (n: number): Validity => ({ rule: "months", months: n });
export const days = (n: number): Validity => ({ rule: "days", days: n });
export const NONE: Validity = { rule: "none" };

/** A row of the vendor's own papers: twelve months, owner and content are checked. Named fields replace the usual ones. */
export function vendorPaper(en: string, de: string, fields: Partial<EvidenceKindRow> = {}): EvidenceKindRow {
  return {
    label: { en, de },
    issuer: "vendor",
    clock: DOCUMENT,
    validity: months(12),
    graceDays: 30,
    accept: OFFICE,
    checks: ["owner", "service", "dates", "content"],
    confidentiality: "confidential",
    ...fields,
  };
}

export function certificate(en: string, de: string): EvidenceKindRow {
  return {
    label: { en, de },
    issuer: "auditor",
    clock: ISSUED,
    validity: { rule: "stated", atMostMonths: 36 },
    graceDays: 0,
    accept: SCAN,
    checks: ["entity", "service", "locations", "dates", "edition", "issuer", "registry", "surveillance"],
    confidentiality: "confidential",
  };
}

export function serviceAudit(en: string, de: string, fields: Partial<EvidenceKindRow> = {}): EvidenceKindRow {
  return {
    label: { en, de },
    issuer: "auditor",
    clock: PERIOD_END,
    validity: months(12),
    graceDays: 90,
    graceNeeds: "soc2-bridge",
    accept: PDF,
    checks: ["entity", "service", "dates", "issuer", "opinion", "criteria", "exceptions", "our_duties", "subservice"],
    confidentiality: "restricted",
    ...fields,
  };
}

export function pciPaper(en: string, de: string, fields: Partial<EvidenceKindRow> = {}): EvidenceKindRow {
  return {
    label: { en, de },
    issuer: "auditor",
    clock: REPORT_DATE,
    validity: months(12),
    graceDays: 60,
    accept: PDF,
    checks: ["form", "entity", "service", "locations", "edition", "dates", "not_tested", "issuer", "signed", "registry"],
    confidentiality: "confidential",
    ...fields,
  };
}

export function ownPaper(en: string, de: string): EvidenceKindRow {
  return vendorPaper(en, de, { issuer: "us", clock: DECIDED, validity: NONE, graceDays: 0, accept: PDF, checks: [] });
}
