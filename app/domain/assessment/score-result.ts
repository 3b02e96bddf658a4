// The result of the scoring method: stored as written, printed by the command line, embedded in reports. The order of its keys is
// part of the method, because the stored bytes are compared.
import type { Severity } from "#app/domain/questionnaire/questionnaire.ts";

export const scoringMethod = "vouchsafe-1";

export type Grade = "A" | "B" | "C" | "D" | "F";

export interface ScoredQuestion {
  id: string;
  visible: boolean;
  /** Visible, scored and not left out; the four numbers are null otherwise. */
  counts: boolean;
  weight: number;
  valueBps: number | null;
  factorBps: number | null;
  contributionBps: number | null;
  /** Points more were this question perfect and proven; null also when gains were not asked for. */
  gainBps: number | null;
}

export interface ScoredFinding {
  question: string;
  severity: Severity;
  title: string;
}

export interface ScoreTotals {
  complete: boolean;
  coverageBps: number;
  /** Null when no question counts. */
  uncappedBps: number | null;
  scoreBps: number | null;
  /** Null until coverage is complete. */
  grade: Grade | null;
  /** Failed knock-outs, in file order, whether or not their cap binds. */
  cappedBy: string[];
  /** Half-met and unproven knock-outs. */
  heldBy: string[];
  /** Failed, then held knock-outs whose risk somebody accepted; the score is the same. */
  accepted: string[];
  /** Share of the uncapped score that rests on verified evidence. */
  assuranceBps: number;
  sections: { id: string; weight: number; bps: number | null }[];
  questions: ScoredQuestion[];
  findings: ScoredFinding[];
}

export interface QuestionnaireVersion {
  id: string;
  version: string;
  sha256: string;
}

/** With several questionnaires in one assessment `questionnaires` stands in the place of `questionnaire`. */
export type ScoreResult = { method: typeof scoringMethod } & (
  | { questionnaire: QuestionnaireVersion }
  | { questionnaires: (QuestionnaireVersion & { uncappedBps: number | null })[] }
) &
  ScoreTotals;

/** The bytes of a result: what the portal stores and the command line prints. */
export function resultJson(result: ScoreResult): string {
  return JSON.stringify(result);
}

const grades: readonly { from: number; grade: Grade }[] = [
  { from: 9000, grade: "A" },
  { from: 8000, grade: "B" },
  { from: 7000, grade: "C" },
  { from: 6000, grade: "D" },
  { from: 0, grade: "F" },
];

/** The grade of a complete score. */
export function gradeOf(scoreBps: number): Grade {
  return grades.find(({ from }) => scoreBps >= from)!.grade;
}
