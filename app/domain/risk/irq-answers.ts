// Answers to the inherent-risk questionnaire as a form types them and as facts need them. Its answers are plain values: no reasons, no
// evidence; a question left empty has no answer.
import type { Answers, AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { answerProblem } from "#app/domain/questionnaire/check-answer.ts";
import type { CompiledSet } from "#app/domain/questionnaire/compiled.ts";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { evaluate } from "#app/domain/questionnaire/visibility.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { IrqAnswers } from "./facts.ts";

/** Name of a question's field in a form. */
export const irqField = (questionId: string): string => `irq_${questionId}`;

/** A go-live day may lie ahead, unlike the dates vendors give. */
const anyDay = "9999-12-31";

const asAnswers = (answers: IrqAnswers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value: value as AnswerValue }]));

/** What was typed, as values; empty fields are left out. Words where a number is asked for stay words, for `irqProblems` to refuse. */
export function irqAnswersFrom(
  questions: readonly Pick<Question, "id" | "type">[],
  typed: Readonly<Record<string, string | readonly string[] | undefined>>,
): IrqAnswers {
  const answers: Record<string, unknown> = {};
  for (const { id, type } of questions) {
    const raw = typed[irqField(id)];
    const value =
      raw === undefined || raw === "" || raw.length === 0 ? undefined : read[type === "multichoice" ? "list" : "one"](raw, type);
    if (value !== undefined) answers[id] = value;
  }
  return answers;
}

const read = {
  list: (raw: string | readonly string[]): unknown => [raw].flat(),
  one: (raw: string | readonly string[], type: Question["type"]): unknown => {
    const text = typeof raw === "string" ? raw.trim() : raw[0];
    if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
    if (type === "number") return Number.isFinite(Number(text)) ? Number(text) : text;
    return text === "" ? undefined : text;
  },
};

/** Field name -> what is wrong with the answer. Unknown questions are wrong, too. */
export function irqProblems(set: CompiledSet, answers: IrqAnswers): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [id, answer] of Object.entries(asAnswers(answers))) {
    const index = set.byKey.get(id);
    const problem = index === undefined ? "There is no such question." : answerProblem(set.questions[index]!, answer, anyDay)?.message;
    if (problem !== undefined) problems[irqField(id)] = problem;
  }
  return problems;
}

/** Ids of the questions that are asked with these answers: others are hidden by them. */
export function askedQuestions(set: CompiledSet, answers: IrqAnswers, category: Category | undefined): Set<string> {
  const { visible } = evaluate(set, asAnswers(answers), category === undefined ? {} : { category });
  return new Set(set.questions.filter(({ index }) => visible[index] === 1).map(({ key }) => key));
}

/** Answers to questions that are asked: what was said to a question that is hidden now is kept, but says nothing. */
export function visibleAnswers(set: CompiledSet, answers: IrqAnswers, category: Category): IrqAnswers {
  const asked = askedQuestions(set, answers, category);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

/** Without the answers that still are the careful ones of a category: those were assumed for the person, not given by it. */
export function withoutAssumed(
  questions: readonly Pick<Question, "id" | "preset">[],
  answers: IrqAnswers,
  presetOf: Category | undefined,
): IrqAnswers {
  const isAssumed = (id: string) =>
    presetOf !== undefined && questions.find((question) => question.id === id)?.preset?.[presetOf] === answers[id];
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !isAssumed(id)));
}
