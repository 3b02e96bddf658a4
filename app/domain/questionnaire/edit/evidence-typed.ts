// The evidence rule and the consequence of failing as typed (docs: questionnaires, rules 4 and 5).
import { type EvidenceRule, type Language, type OnFail, type Severity, severities } from "../questionnaire.ts";
import { type Complaints, defined, type TypedText, textTyped, wholeTyped } from "./typed.ts";

export interface EvidenceInput {
  /** Of the evidence rule, or of a question answered with a file. */
  kinds: string[];
  evidenceMin: string;
  maxAgeDays: string;
  isProofRequired: boolean;
  coveredBy: string[];
}

export interface FailInput {
  isKnockOut: boolean;
  capScore: string;
  severity: string;
  finding: TypedText;
}

/** Those that were there keep their order; new ones follow. */
export function kindsTyped(chosen: readonly string[], was: readonly string[] = []): string[] | undefined {
  const kept = was.filter((kind) => chosen.includes(kind));
  const list = [...kept, ...new Set(chosen.filter((kind) => !was.includes(kind)))];
  return list.length > 0 ? list : undefined;
}

/** Undefined without a kind. When the rule holds and which media types it takes is not said on the form. */
export function evidenceTyped(input: EvidenceInput, was: EvidenceRule | undefined, complaints: Complaints): EvidenceRule | undefined {
  const kinds = kindsTyped(input.kinds, was?.kinds);
  const coveredBy = kindsTyped(input.coveredBy, was?.coveredBy);
  const min = wholeTyped(input.evidenceMin, [1, 20], "evidenceMin", complaints);
  const maxAgeDays = wholeTyped(input.maxAgeDays, [1, 36_500], "maxAgeDays", complaints);
  if (!kinds) {
    if (input.isProofRequired) complaints.add("kinds", "Choose which kinds of documents prove the answer.");
    return undefined;
  }
  const proof = input.isProofRequired ? "required" : undefined;
  return defined<EvidenceRule>({ when: was?.when, kinds, min, maxAgeDays, accept: was?.accept, proof, coveredBy });
}

/** What follows when the answer is worth nothing; undefined when nothing does. A knock-out without a cap is left to the linter. */
export function failTyped(input: FailInput, source: Language, complaints: Complaints): OnFail | undefined {
  const capScore = wholeTyped(input.capScore, [0, 79], "capScore", complaints);
  const hasFinding = (severities as readonly string[]).includes(input.severity);
  const title = textTyped(input.finding, source, "finding", complaints, { isNeeded: hasFinding });
  if (title && !hasFinding) complaints.add("severity", "Choose how severe the finding is.");
  const finding = hasFinding && title ? { severity: input.severity as Severity, title } : undefined;
  const isSilent = capScore === undefined && finding === undefined;
  return isSilent ? undefined : defined<OnFail>({ capScore, finding });
}
