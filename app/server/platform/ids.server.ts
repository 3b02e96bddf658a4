// Ids are a prefix and a UUID v7 (sortable by creation). Tests and the seed pass their own source.
import { v7 } from "uuid";

export const idPrefixes = {
  organisation: "org",
  person: "per",
  session: "ses",
  passwordLink: "pwl",
  vendor: "ven",
  engagement: "eng",
  contact: "con",
  inherentRisk: "irq",
  questionnaireVersion: "qnv",
  questionnaireDraft: "qnd",
  assessment: "asm",
  vendorLink: "vln",
  vendorSession: "vse",
  workbookUpload: "wbk",
  answer: "ans",
  submission: "sub",
  determination: "det",
  clarification: "clr",
  correction: "cor",
  question: "ask",
  evidence: "evd",
  evidenceRequest: "evr",
  finding: "fnd",
  duty: "dut",
  subcontractor: "sbc",
  riskAcceptance: "rac",
  decision: "dec",
  condition: "cnd",
  decisionLetter: "let",
  addendum: "add",
  result: "res",
  report: "rep",
  mail: "mai",
  job: "job",
  reminder: "rem",
  audit: "aud",
} as const;

export type IdKind = keyof typeof idPrefixes;

export interface Ids {
  /** A new id such as `ven_0199…`; `at` sets the time part. */
  next(kind: IdKind, at?: Date): string;
}

export const randomIds: Ids = {
  next: (kind, at) => `${idPrefixes[kind]}_${v7(at ? { msecs: at.getTime() } : undefined).replaceAll("-", "")}`,
};
