// Which determinations of the assessment before still speak: the question takes the same answer, the vendor gave the same one, and the
// same documents stand behind it and still hold (docs: product, "Reassessment"; questionnaires, rule 7). Pure.
import { evidenceStateOn } from "../evidence/evidence-expiry.ts";
import type { Day } from "../monitoring/calendar-days.ts";
import type { AnswerValue } from "../questionnaire/answer.ts";
import { answerProblem } from "../questionnaire/check-answer.ts";
import { isBackedAlike, isSame } from "./answer-changes.ts";
import type { AssessmentForm } from "./assessment-form.ts";
import { countsFor, type Piece, type ReviewedAnswer, type StoredDetermination } from "./stored-review.ts";

/** What one assessment holds of a question. */
export interface Standing {
  readonly answer: ReviewedAnswer;
  readonly pieces: readonly Piece[];
}

export interface Judged {
  /** The newest one of the assessment before. */
  readonly determination: StoredDetermination;
  readonly before: Standing;
  readonly now: Standing;
}

/** `form` is that of the assessment it may be carried to. */
export function isCarriedOver(form: AssessmentForm, questionKey: string, judged: Judged, today: Day): boolean {
  const question = form.set.questions[form.indexOf.get(questionKey) ?? -1];
  if (!question) return false;
  const { changes } = form.set.files[question.questionnaire]!.questionnaire;
  return changes?.[question.question.id]?.carry !== false && stillSpeaks(form, questionKey, judged, today);
}

/** As `isCarriedOver`, of a question known to mean the same. */
export function stillSpeaks(form: AssessmentForm, questionKey: string, { determination, before, now }: Judged, today: Day): boolean {
  const question = form.set.questions[form.indexOf.get(questionKey) ?? -1];
  if (!question || determination.verdict === "clarify" || !countsFor(determination, before.answer)) return false;
  if (!isSame(before.answer.value, now.answer.value) || before.answer.reason !== now.answer.reason) return false;
  if (!isBackedAlike(backing(before), backing(now))) return false;
  if (!now.pieces.every((piece) => holds(piece, question.question.evidence?.maxAgeDays, today))) return false;
  if (determination.verdict !== "adjusted") return true;
  const adjusted = { is: "adjusted" as const, value: determination.value as AnswerValue, reason: determination.reason };
  return answerProblem(question, { determination: adjusted }, today) === undefined;
}

const backing = ({ answer: { instead }, pieces }: Standing) => ({ instead, pieces });

function holds(piece: Piece, maxAgeDays: number | undefined, today: Day): boolean {
  const state = evidenceStateOn({ ...piece, maxAgeDays }, today);
  return state === "verified" || state === "provided";
}
