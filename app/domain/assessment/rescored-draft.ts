// What a submitted assessment would score if its questionnaire were the draft: the same stored answers, documents and determinations under
// the draft's questions and weights. An answer the draft cannot take, or does not carry over, counts as not given. Nothing is stored.
import type { Day } from "../monitoring/calendar-days.ts";
import { answerProblem } from "../questionnaire/check-answer.ts";
import type { AssessmentForm } from "./assessment-form.ts";
import { score } from "./score.ts";
import type { ScoreResult } from "./score-result.ts";
import { type StoredReview, storedScoreInput } from "./stored-review.ts";

export interface Rescored {
  before: ScoreResult;
  after: ScoreResult;
  /** Answers that would have to be given anew. */
  anew: number;
  /** Questions that would be asked and have no answer yet. */
  unanswered: number;
}

/** `notCarried`: keys of questions whose answers the draft says are not carried over. */
export function rescoredWith(
  review: StoredReview,
  form: AssessmentForm,
  { asOn, notCarried }: { asOn: Day; notCarried: ReadonlySet<string> },
): Rescored {
  const how = { isReviewed: true, asOn };
  const { answers, ...input } = storedScoreInput({ ...review, form }, how);
  const kept: typeof answers = {};
  let anew = 0;
  for (const [key, answer] of Object.entries(answers)) {
    const index = form.set.byKey.get(key)!;
    const isKept = !notCarried.has(form.keys[index]!) && answerProblem(form.set.questions[index]!, answer, asOn) === undefined;
    if (isKept) kept[key] = answer;
    else anew += 1;
  }
  const after = score(form.set, { ...input, answers: kept }, { gains: false });
  return {
    before: score(review.form.set, storedScoreInput(review, how), { gains: false }),
    after,
    anew,
    unanswered: after.questions.filter(({ id, visible }) => visible && kept[id] === undefined && isRequired(form, id)).length,
  };
}

const isRequired = (form: AssessmentForm, key: string): boolean => form.set.questions[form.set.byKey.get(key)!]!.isRequired;
