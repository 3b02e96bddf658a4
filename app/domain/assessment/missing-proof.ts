// Answers that ask for a document nobody gave: each becomes a request, or is why a knock-out is unproven (docs: scoring, "Knock-outs").
import { isProof } from "../evidence/evidence-states.ts";
import type { Day } from "../monitoring/calendar-days.ts";
import { isReserved } from "../questionnaire/answer.ts";
import type { CompiledQuestion } from "../questionnaire/compiled.ts";
import { evaluateGiven } from "../questionnaire/visibility.ts";
import type { Instead } from "./answer-input.ts";
import { givenAnswers } from "./score-input.ts";
import { evidenceRuleHolds } from "./score-question.ts";
import { type StoredReview, storedScoreInput } from "./stored-review.ts";

export interface MissingProof {
  readonly question: CompiledQuestion;
  /** How the vendor stands in for it. */
  readonly instead: Instead | null;
  /** A knock-out that counts: its cap holds until the document is there. */
  readonly isUnproven: boolean;
}

/** Visible questions whose evidence rule holds for the answer that counts and whose documents prove nothing on that day. */
export function missingProof(review: StoredReview, asOn: Day, isReviewed = false): MissingProof[] {
  const { form, facts } = review;
  const state = evaluateGiven(form.set, givenAnswers(form.set, storedScoreInput(review, { isReviewed, asOn })), facts);
  return form.set.questions.flatMap((question) => {
    if (question.owner !== question.index || state.visible[question.index] === 0) return [];
    if (!evidenceRuleHolds(question, state) || isReserved(state.values[question.index])) return [];
    if (isProof(state.given[question.index]?.evidence ?? "attested")) return [];
    const instead = review.answers.get(form.keys[question.index]!)?.instead ?? null;
    return [{ question, instead, isUnproven: question.isBlocker && question.isScored }];
  });
}
