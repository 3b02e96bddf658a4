// Answers and mistakes of the vendor portal in words of a language.
import type { AnswerProblem } from "#app/domain/assessment/answer-input.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { VendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";
import type { Messages } from "./en.ts";

type Words = Messages["portal"];

/** What is wrong with one field, as a sentence without its full stop. */
export function problemWords(problem: AnswerProblem, { problems: words }: Words): string {
  switch (problem.is) {
    case "unknown_option":
      return words.unknownOption;
    case "only_one":
      return words.onlyOne;
    case "exclusive":
      return words.exclusive(problem.label);
    case "number":
      return numberWords(problem, words);
    case "day":
      return words.day;
    case "future_day":
      return words.futureDay;
    case "too_long":
      return words.tooLong(problem.max);
    case "too_many_rows":
      return words.tooManyRows(problem.max);
    case "empty_cell":
      return words.emptyCell(problem.row, problem.column);
    case "bad_cell":
      return words.badCell[problem.type](problem.row, problem.column);
    case "not_applicable_here":
      return words.notApplicableHere;
    case "which_document":
      return words.whichDocument;
    case "promise":
      return words.promise;
  }
}

function numberWords({ min, max }: { min: number | null; max: number | null }, words: Words["problems"]): string {
  if (min !== null && max !== null) return words.numberBetween(min, max);
  if (min !== null) return words.numberFrom(min);
  return max === null ? words.number : words.numberTo(max);
}

/** The answer as a person would read it; "" when there is none. Table rows are one line each. */
export function answerWords(question: VendorQuestion, value: AnswerValue, words: Words): string {
  const label = (code: string) => question.options.find((option) => option.code === code)?.label ?? code;
  if (value === null) return "";
  if (value === "na") return question.naLabel ?? words.question.notApplicable;
  if (value === "declined") return words.question.declined;
  if (typeof value === "boolean") {
    const own = question.options.find(({ code }) => code === String(value))?.label;
    return own || (value ? words.question.yes : words.question.no);
  }
  if (typeof value === "number") return question.unit === null ? String(value) : `${value} ${question.unit}`;
  if (typeof value === "string") return question.type === "choice" ? label(value) : value;
  return value
    .map((item) => (typeof item === "string" ? label(item) : rowWords(question, item)))
    .join(question.type === "table" ? "\n" : ", ");
}

function rowWords({ columns }: VendorQuestion, row: Record<string, string | number>): string {
  return columns.flatMap(({ id }) => (row[id] === undefined || row[id] === "" ? [] : [String(row[id])])).join(" · ");
}
