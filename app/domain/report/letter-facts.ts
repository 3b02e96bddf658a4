// Everything a decision letter may say to a vendor, and nothing else: its preview and its PDF are drawn from this alone, so that no
// rationale, determination, risk acceptance or tier can ever be printed. A field added here leaves the house.
import type { ConditionTime, Outcome } from "../assessment/decision-outcomes.ts";
import type { Grade } from "../assessment/score-result.ts";
import type { Language } from "../questionnaire/questionnaire.ts";

/** What would make an answer count in full. */
export type LetterHelp = "answer" | "document" | "answer_and_document";

export interface LetterFacts {
  document: { id: string; producedAt: string; timeZone: string; language: Language };
  organisation: { name: string };
  vendor: { name: string };
  engagement: { service: string };
  /** Answered from documents: we read them, the vendor answered nothing. */
  assessment: { number: string; isFromDocuments: boolean };
  decision: {
    outcome: Outcome;
    decidedOn: string;
    nextReviewOn: string | null;
    /** Who signed, by name and role: the letter is theirs. */
    signatories: { name: string; role: "officer" | "second"; on: string }[];
  };
  /** null: no question counted. */
  result: { scoreBps: number | null; grade: Grade | null };
  conditions: { number: string; text: string; when: ConditionTime; dueOn: string | null; isMet: boolean }[];
  /** Findings that are open, the first due first. */
  mend: { title: string; dueOn: string }[];
  /** Open findings beyond those listed. */
  moreToMend: number;
  /** Questions that hold the result down whatever else is answered. */
  limits: string[];
  /** What each question alone would add, largest first. */
  gains: { question: string; help: LetterHelp; gainBps: number }[];
  /** Questions beyond those listed that would add something, too. */
  moreGains: number;
  verifyUrl: string;
}

/** What a question still lacks, from what it counts and how it is proven. */
export function letterHelp({ valueBps, factorBps }: { valueBps: number | null; factorBps: number | null }): LetterHelp {
  const isWhole = valueBps === 10_000;
  const isProven = factorBps === null || factorBps === 10_000;
  return isWhole ? "document" : isProven ? "answer" : "answer_and_document";
}

/** As many as fit on two pages. */
export const mostGains = 10;
export const mostToMend = 15;
