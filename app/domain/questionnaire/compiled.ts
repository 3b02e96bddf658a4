// The compiled form of the questionnaires of one assessment; `compile` makes it, everything that runs answers reads it.
import type { Test } from "./condition.ts";
import type { Question, Questionnaire, QuestionType, Section, Severity } from "./questionnaire.ts";

/** A questionnaire with the SHA-256 of its file's bytes, hex. */
export interface QuestionnaireFile {
  questionnaire: Questionnaire;
  sha256: string;
}

export interface CompiledOption {
  /** Score in basis points; null is left out of the score. */
  bps: number | null;
  isExclusive: boolean;
  needsComment: boolean;
}

export interface CompiledQuestion {
  readonly index: number;
  /** Its id in answers and results. */
  readonly key: string;
  readonly question: Question;
  readonly type: QuestionType;
  /** Index of its questionnaire and of its section within the set. */
  readonly questionnaire: number;
  readonly section: number;
  readonly options: ReadonlyMap<string, CompiledOption> | null;
  readonly bands: readonly { upTo: number; bps: number }[] | null;
  readonly weight: number;
  readonly isScored: boolean;
  readonly allowsNa: boolean;
  /** Its own condition; that of its section comes on top. */
  readonly visibleWhen: Test | null;
  /** Indexes of the questions its own condition asks. */
  readonly asks: readonly number[];
  readonly hasEvidenceRule: boolean;
  readonly evidenceWhen: Test | null;
  readonly needsProof: boolean;
  readonly isBlocker: boolean;
  /** Cap when failed; never milder than that of a half-met one. Null when it is no blocker. */
  readonly capBps: number | null;
  readonly finding: { severity: Severity; title: string } | null;
  /** Index of the question that owns it through `sameAs` in this set; its own index otherwise. */
  readonly owner: number;
  /** Required whenever it is visible (docs: scoring, "Coverage"). */
  isRequired: boolean;
  /** Its answer hides a blocker, so a reviewer must determine it. */
  isGate: boolean;
}

export interface CompiledSection {
  readonly index: number;
  readonly key: string;
  readonly section: Section;
  readonly questionnaire: number;
  readonly weight: number;
  readonly visibleWhen: Test | null;
  readonly asks: readonly number[];
}

export interface CompiledSet {
  readonly files: readonly QuestionnaireFile[];
  readonly sections: readonly CompiledSection[];
  readonly questions: readonly CompiledQuestion[];
  readonly byKey: ReadonlyMap<string, number>;
  /** Indexes of the questions so that whatever one rests on comes before it. */
  readonly order: readonly number[];
}
