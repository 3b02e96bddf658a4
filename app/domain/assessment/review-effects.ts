// What a determination would do to the score: each possibility scored as if it were recorded. Pure; read by the review's right column.
import type { Day } from "../monitoring/calendar-days.ts";
import type { AnswerValue } from "../questionnaire/answer.ts";
import type { CompiledQuestion } from "../questionnaire/compiled.ts";
import type { Verdict } from "./determinations.ts";
import { score } from "./score.ts";
import type { Grade } from "./score-result.ts";
import { type StoredDetermination, type StoredReview, storedScoreInput } from "./stored-review.ts";

export interface Possibility {
  readonly verdict: Verdict | "verified";
  /** With "adjusted". */
  readonly value: AnswerValue;
}

export interface Effect extends Possibility {
  readonly scoreBps: number | null;
  readonly grade: Grade | null;
  /** Against the score as it is now. */
  readonly changeBps: number;
  /** What is recorded now. */
  readonly isCurrent: boolean;
}

const mostOptions = 6;

/** Worth asking: accepted, its documents verified, each other option, rejected. */
export function possibilitiesOf(question: CompiledQuestion, given: AnswerValue, hasDocuments: boolean): Possibility[] {
  const codes = question.type === "boolean" || question.type === "choice" ? [...question.options!.keys()] : [];
  const other = codes.filter((code) => code !== "na" && code !== String(given)).slice(0, mostOptions);
  return [
    ...(given === null ? [] : [{ verdict: "accepted" as const, value: null }]),
    ...(hasDocuments ? [{ verdict: "verified" as const, value: null }] : []),
    ...other.map((code) => ({ verdict: "adjusted" as const, value: question.type === "boolean" ? code === "true" : code })),
    { verdict: "rejected" as const, value: null },
  ];
}

export function effectsOf(review: StoredReview, question: CompiledQuestion, possibilities: readonly Possibility[], asOn: Day): Effect[] {
  const key = review.form.keys[question.index]!;
  const now = total(review, asOn);
  const known = review.determinations.get(key);
  return possibilities.map((possibility) => {
    const then = total(supposing(review, key, possibility), asOn);
    const isCurrent =
      known !== undefined &&
      known.verdict === possibility.verdict &&
      (known.verdict !== "adjusted" || JSON.stringify(known.value) === JSON.stringify(possibility.value));
    return { ...possibility, ...then, changeBps: (then.scoreBps ?? 0) - (now.scoreBps ?? 0), isCurrent };
  });
}

function supposing(review: StoredReview, key: string, { verdict, value }: Possibility): StoredReview {
  const answer = review.answers.get(key);
  if (verdict === "verified") {
    const verified = (review.pieces.get(key) ?? []).map((piece) => ({ ...piece, verdict: "verified" as const }));
    return { ...review, pieces: new Map(review.pieces).set(key, verified) };
  }
  const naAccepted = verdict === "accepted" && answer?.value === "na";
  const supposed: StoredDetermination = {
    answerRevision: answer?.revision ?? 0,
    verdict,
    value,
    naAccepted,
    reason: "supposed",
    byId: "",
    carried: false,
  };
  return { ...review, determinations: new Map(review.determinations).set(key, supposed) };
}

function total(review: StoredReview, asOn: Day): { scoreBps: number | null; grade: Grade | null } {
  const { scoreBps, grade } = score(review.form.set, storedScoreInput(review, { isReviewed: true, asOn }), { gains: false });
  return { scoreBps, grade };
}
