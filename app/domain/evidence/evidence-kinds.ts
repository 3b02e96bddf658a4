// The table of all kinds of evidence, in the order forms offer them. Codes are stored with every piece of evidence and used in
// questionnaire files: never rename or reuse one. Periods come from the standards where these say so (PCI DSS 4.0.1 11.3.2, 11.4, 12.8.4),
// else from common programme practice.
import { auditKinds } from "./kinds/audit-kinds.ts";
import { cardKinds } from "./kinds/card-kinds.ts";
import { companyKinds } from "./kinds/company-kinds.ts";
import { contractKinds } from "./kinds/contract-kinds.ts";
import { COMPLETED, type EvidenceKindRow, ownPaper, PERIOD_END, REPORT_DATE, TESTED } from "./kinds/kind-row.ts";
import { recordKinds } from "./kinds/record-kinds.ts";
import { testKinds } from "./kinds/test-kinds.ts";

export const evidenceKinds = {
  ...auditKinds,
  ...cardKinds,
  ...testKinds,
  ...contractKinds,
  ...companyKinds,
  ...recordKinds,
  // Made by this portal, never uploaded
  report: ownPaper("Signed audit report", "Signierter Prüfbericht"),
  "decision-page": ownPaper("Decision page", "Entscheidungsblatt"),
  "decision-letter": ownPaper("Decision letter", "Entscheidungsschreiben"),
  addendum: ownPaper("Addendum to a signed report", "Nachtrag zu einem signierten Bericht"),
} as const satisfies Record<string, EvidenceKindRow>;

export type EvidenceKind = keyof typeof evidenceKinds;

export const evidenceKindCodes = Object.keys(evidenceKinds) as EvidenceKind[];

/** Kinds the portal makes itself; no form offers them. */
export const ownEvidenceKinds: readonly EvidenceKind[] = ["report", "decision-page", "decision-letter", "addendum"];

export function isEvidenceKind(code: string): code is EvidenceKind {
  return Object.hasOwn(evidenceKinds, code);
}

const reporting: readonly EvidenceKindRow["clock"][] = [TESTED, COMPLETED, REPORT_DATE, PERIOD_END];

/** Its date is that of what it reports, a test or the end of an audit; a plan or procedure is only as old as its paper. */
export const datesWhatItReports = (kind: EvidenceKind): boolean => reporting.includes(evidenceKinds[kind].clock);

/** The row of a kind, with the general type (fields that a row does not set read as undefined). */
export function evidenceKindRow(kind: EvidenceKind): EvidenceKindRow {
  return evidenceKinds[kind];
}
