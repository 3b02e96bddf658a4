// What is wrong with answers that were given together: all of them are saved, or none and every problem is named; and what their form is
// drawn with again, so that nothing typed is lost.
import { DomainError, isDomainError } from "../errors.ts";
import type { AnswerFields } from "./answer-fields.ts";
import type { AnswerField, RawAnswer } from "./answer-input.ts";
import type { VendorConflict } from "./vendor-page.ts";

/** Per question: what is wrong with which of its fields; in `data.problems` of an invalid. */
export type AnswerProblems = Record<string, Partial<Record<AnswerField, string>>>;

/** Throws invalid with data.problems, unless there are none. */
export function refuseProblems(problems: AnswerProblems): void {
  if (Object.keys(problems).length > 0)
    throw new DomainError("invalid", "Some answers need another look. Nothing was saved.", { problems });
}

export interface RefusedAnswers {
  detail: string;
  problems: AnswerProblems;
  /** What somebody else saved in the meantime, by question. */
  conflicts: Record<string, VendorConflict>;
  typed: Record<string, RawAnswer>;
}

/** Of answers that were refused as invalid (422) or in conflict (409). Throws `error` when it is anything else. */
export function refusedAnswers(error: unknown, answers: readonly AnswerFields[]): { refused: RefusedAnswers; status: 409 | 422 } {
  if (!isDomainError(error, "invalid") && !isDomainError(error, "conflict")) throw error;
  const { problems = {}, conflicts = {} } = error.data as Partial<RefusedAnswers>;
  const typed = Object.fromEntries(answers.map(({ questionKey, raw }) => [questionKey, raw]));
  return { refused: { detail: error.detail, problems, conflicts, typed }, status: error.code === "invalid" ? 422 : 409 };
}
