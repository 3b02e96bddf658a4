// From what is stored of an assessment (answers, documents, determinations) to the input of the scoring method. Pure. The input is what
// the command line takes, so everybody can score it again; changing what is written here changes results.
import { type EvidenceOnDay, evidenceStateOn } from "../evidence/evidence-expiry.ts";
import type { EvidenceState } from "../evidence/evidence-states.ts";
import type { Day } from "../monitoring/calendar-days.ts";
import { type Answer, type Answers, type AnswerValue, isAnswer, isReserved } from "../questionnaire/answer.ts";
import type { CompiledQuestion } from "../questionnaire/compiled.ts";
import type { KnownFacts } from "../questionnaire/facts.ts";
import type { Instead } from "./answer-input.ts";
import type { AssessmentForm } from "./assessment-form.ts";
import type { Verdict } from "./determinations.ts";
import { backedState } from "./score-evidence.ts";
import type { ScoreInput } from "./score-input.ts";

/** The newest revision of one answer. */
export interface ReviewedAnswer {
  readonly revision: number;
  readonly value: AnswerValue;
  readonly reason: string;
  readonly instead: Instead | null;
  /** How it came: with the submission, or later. */
  readonly origin?: string;
}

/** A document attached to a question. */
export interface Piece extends EvidenceOnDay {
  readonly id: string;
}

/** The newest determination of one question. */
export interface StoredDetermination {
  /** Revision of the answer it judges; 0 where there was none. */
  readonly answerRevision: number;
  readonly verdict: Verdict;
  readonly value: unknown;
  readonly naAccepted: boolean;
  readonly reason: string;
  readonly byId: string;
  /** Taken over from the assessment before or from another engagement: it counts, but nobody has looked again. */
  readonly carried: boolean;
}

/** Everything by `questionnaire#question`. */
export interface StoredReview {
  readonly form: AssessmentForm;
  readonly facts: KnownFacts;
  readonly answers: ReadonlyMap<string, ReviewedAnswer>;
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
  readonly determinations: ReadonlyMap<string, StoredDetermination>;
  /** Questions whose failing somebody accepted. */
  readonly riskAccepted: readonly string[];
}

/** Kinds of documents that prove an answer to this question; what is of another kind proves nothing (SAQ A for a service provider). */
export const provingKinds = ({ question }: CompiledQuestion): readonly string[] => [
  ...(question.evidence?.kinds ?? question.kinds ?? []),
  ...(question.evidence?.coveredBy ?? []),
];

/** The state a question's documents are in on a day: of its best pieces of the right kinds, and of what is said to cover it. */
export function storedEvidenceState(
  question: CompiledQuestion,
  pieces: readonly Piece[],
  instead: Instead | null,
  day: Day,
): EvidenceState {
  const { evidence } = question.question;
  const kinds = provingKinds(question);
  const states = pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map((piece) => evidenceStateOn({ ...piece, maxAgeDays: evidence?.maxAgeDays }, day));
  // A document that is only named counts as provided; one that is attached counts as what it is.
  return backedState(states, evidence?.min ?? 1, instead?.is === "covered" && instead.evidenceId === undefined);
}

/** The state of one piece by itself; of a kind that proves nothing here it counts as none. */
export function pieceState(question: CompiledQuestion, piece: Piece, day: Day): EvidenceState {
  const { maxAgeDays } = question.question.evidence ?? {};
  return provingKinds(question).includes(piece.kind) ? evidenceStateOn({ ...piece, maxAgeDays }, day) : "attested";
}

/** A determination counts for the answer it judged; a newer answer waits for a newer one. */
export const countsFor = (determination: StoredDetermination | undefined, answer: ReviewedAnswer | undefined): boolean =>
  determination !== undefined && determination.answerRevision === (answer?.revision ?? 0);

/** What a question answered with a file has as its answer: the documents, or what stands in for them. */
function fileValue(pieces: readonly Piece[], instead: Instead | null): AnswerValue {
  if (pieces.length > 0) return pieces.map(({ id }) => id);
  if (instead === null) return null;
  return instead.is === "covered" ? `covered by ${instead.document}` : `promised for ${instead.on}`;
}

/**
 * The input of the scoring method on a day, in the order of the questionnaire. `isReviewed`: with determinations (the reviewed score);
 * else as the vendor gave it (the vendor score).
 */
export function storedScoreInput(review: StoredReview, { isReviewed, asOn }: { isReviewed: boolean; asOn: Day }): ScoreInput {
  const { form, facts, riskAccepted } = review;
  const answers: Answers = {};
  for (const question of form.set.questions) {
    if (question.owner !== question.index) continue;
    const answer = inputOf(review, question, isReviewed, asOn);
    if (answer) answers[question.key] = answer;
  }
  const accepted = isReviewed ? riskAccepted.flatMap((key) => form.set.questions[form.indexOf.get(key) ?? -1]?.key ?? []) : [];
  return { as: asOn, facts, answers, ...(accepted.length > 0 ? { riskAccepted: accepted } : {}) };
}

function inputOf(review: StoredReview, question: CompiledQuestion, isReviewed: boolean, asOn: Day): Answer | undefined {
  const key = review.form.keys[question.index]!;
  const stored = review.answers.get(key);
  const pieces = review.pieces.get(key) ?? [];
  const instead = stored?.instead ?? null;
  const value = question.type === "file" && !isReserved(stored?.value) ? fileValue(pieces, instead) : (stored?.value ?? null);
  const determination = isReviewed ? review.determinations.get(key) : undefined;
  const judged = determination && countsFor(determination, stored) && determination.verdict !== "clarify" ? determination : undefined;
  if (!isAnswer(value) && !judged) return undefined;
  const answer: Answer = {};
  if (isAnswer(value)) answer.value = value;
  if (isReserved(value)) answer.reason = stored!.reason;
  if (question.hasEvidenceRule) answer.evidence = storedEvidenceState(question, pieces, instead, asOn);
  if (judged) {
    if (judged.naAccepted) answer.naAccepted = true;
    const { reason } = judged;
    answer.determination =
      judged.verdict === "adjusted"
        ? { is: "adjusted", value: judged.value as AnswerValue, reason }
        : { is: judged.verdict, ...(reason === "" ? {} : { reason }) };
  }
  return answer;
}
