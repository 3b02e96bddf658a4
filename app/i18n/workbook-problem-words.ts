// What is wrong with a row of a workbook, in words: everything a form can get wrong, and what only a row can.
import type { WorkbookProblem } from "#app/domain/assessment/workbook/merge-cells.ts";
import { problemWords } from "./answer-words.ts";
import type { Messages } from "./en.ts";

export function workbookProblemWords(problem: WorkbookProblem, words: Messages["portal"]): string {
  switch (problem.is) {
    case "both_answers":
      return words.workbook.bothAnswers;
    case "both_proofs":
      return words.workbook.bothProofs;
    case "file_elsewhere":
      return words.workbook.fileElsewhere;
    default:
      return problemWords(problem, words);
  }
}
