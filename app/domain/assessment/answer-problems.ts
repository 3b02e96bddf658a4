// What is wrong with answers that were given together: all of them are saved, or none and every problem is named.
import { DomainError } from "../errors.ts";
import type { AnswerField } from "./answer-input.ts";

/** Per question: what is wrong with which of its fields; in `data.problems` of an invalid. */
export type AnswerProblems = Record<string, Partial<Record<AnswerField, string>>>;

/** Throws invalid with data.problems, unless there are none. */
export function refuseProblems(problems: AnswerProblems): void {
  if (Object.keys(problems).length > 0)
    throw new DomainError("invalid", "Some answers need another look. Nothing was saved.", { problems });
}
