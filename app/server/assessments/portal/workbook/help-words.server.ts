// How a question is answered in a workbook, in words: its form and limits, then the guidance of the questionnaire.
import { optionWord, standInWord } from "#app/domain/assessment/workbook/workbook-cells.ts";
import type { WorkbookQuestion } from "#app/domain/assessment/workbook/workbook-questions.ts";
import { type WorkbookWords, workbookWords } from "#app/i18n/workbook-words.ts";
import { spokenIn, type WorkbookFacts } from "./workbook-facts.server.ts";

export function helpWords(facts: WorkbookFacts, asked: WorkbookQuestion): string {
  const words = workbookWords[facts.language];
  const { question, isRequired } = asked;
  const spoken = spokenIn(facts, asked);
  const label = (code: string) => `“${optionWord(spoken, code)}”`;
  const explained = question.options.filter(({ needsComment }) => needsComment).map(({ code }) => label(code));
  const alone = question.options.filter(({ isExclusive }) => isExclusive);
  const isPicked = question.type === "boolean" || question.type === "choice";
  const standIns = question.mayBeNa ? [standInWord(spoken, "na"), standInWord(spoken, "declined")] : [standInWord(spoken, "declined")];
  return [
    formWords(asked, words),
    ...(explained.length > 0 ? [words.explain(explained.join(", "))] : []),
    ...(question.type === "multichoice" ? alone.map(({ code }) => words.alone(optionWord(spoken, code))) : []),
    ...(isPicked ? [] : [words.standIn(standIns.map((word) => `“${word}”`).join(words.or))]),
    ...(isRequired ? [] : [words.optional]),
    ...(question.guidance === null ? [] : [question.guidance]),
  ].join("\n");
}

function formWords({ question, number }: WorkbookQuestion, words: WorkbookWords): string {
  const { min, max, maxLength } = question;
  const unit = question.unit ?? "";
  switch (question.type) {
    case "boolean":
    case "choice":
      return words.pick;
    case "multichoice":
      return words.several;
    case "table":
      return words.table(words.sheets.table(number));
    case "file":
      return words.file;
    case "date":
      return words.day;
    case "number":
      if (min !== null && max !== null) return words.numberBetween(min, max, unit);
      if (min !== null) return words.numberFrom(min, unit);
      return max === null ? words.number(unit) : words.numberTo(max, unit);
    case "text":
      return maxLength === null ? "" : words.characters(maxLength);
  }
}
