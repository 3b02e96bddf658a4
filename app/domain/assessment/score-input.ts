// What a score is computed from, and the refusal of input that the method does not define (docs: scoring, "Edges").
import { DomainError } from "#app/domain/errors.ts";
import { type Day, isDay } from "#app/domain/monitoring/calendar-days.ts";
import type { Answer, Answers } from "#app/domain/questionnaire/answer.ts";
import { answerProblem } from "#app/domain/questionnaire/check-answer.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";

export interface ScoreInput {
  /** The day the score is of; needed where a date is answered. */
  as?: Day;
  facts: KnownFacts;
  answers: Answers;
  /** Questions whose failing somebody accepted: printed, never counted. */
  riskAccepted?: readonly string[];
}

export interface InputProblem {
  /** Place in the input, for example `answers.pci_validation.value`. */
  path: string;
  message: string;
}

/** The answers by question index. Throws `invalid` with `data.problems`, one per wrong place of the input. */
export function givenAnswers(set: CompiledSet, { as, answers, riskAccepted = [] }: ScoreInput): (Answer | undefined)[] {
  const problems: InputProblem[] = [];
  if (as !== undefined && !isDay(as)) problems.push({ path: "as", message: "Not a calendar day, written YYYY-MM-DD." });
  const given: (Answer | undefined)[] = new Array(set.questions.length).fill(undefined);
  for (const key of Object.keys(answers)) {
    const index = set.byKey.get(key);
    if (index === undefined) {
      problems.push({ path: `answers.${key}`, message: "There is no such question." });
      continue;
    }
    const answer = answers[key]!;
    given[index] = answer;
    const problem = answerProblem(set.questions[index]!, answer, as);
    if (problem) problems.push({ path: `answers.${key}.${problem.path}`, message: problem.message });
  }
  riskAccepted.forEach((key, i) => {
    if (!set.byKey.has(key)) problems.push({ path: `riskAccepted[${i}]`, message: `There is no question “${key}”.` });
  });
  if (problems.length > 0) {
    const { path, message } = problems[0]!;
    throw new DomainError("invalid", `${path}: ${message}`, { problems });
  }
  return given;
}

/** The same input as the vendor gave it: without determinations and without accepted not-applicables. */
export function asGivenByVendor(input: ScoreInput): ScoreInput {
  const answers = Object.entries(input.answers).map(([key, { determination, naAccepted, ...answer }]) => [key, answer]);
  return { ...input, answers: Object.fromEntries(answers) };
}
