// A condition on answers in words for a vendor: `1.2 is “No” or 1.3 is answered`. It must be settled first: facts have no words here.
import { comparisonOf } from "#app/domain/questionnaire/condition.ts";
import { framed, joined } from "#app/domain/questionnaire/condition-frame.ts";
import type { Compared, Cond } from "#app/domain/questionnaire/questionnaire.ts";
import type { WorkbookWords } from "./workbook-words.ts";

/** How the vendor's page calls a question and its answers. */
export interface Naming {
  question(id: string): string;
  answer(id: string, code: string): string;
}

export function conditionWords(cond: Cond, naming: Naming, words: WorkbookWords["condition"]): string {
  return framed(cond, {
    and: words.and,
    or: words.or,
    not: (inner) => words.not(inner(false)),
    comparison: (each, isPart) => comparisonWords(each, naming, words, isPart),
  });
}

function comparisonWords(cond: Compared, naming: Naming, words: WorkbookWords["condition"], isPart: boolean): string {
  if ("fact" in cond) throw new Error("A vendor does not read facts: settle the condition first.");
  const { operator, operand } = comparisonOf(cond);
  const question = naming.question(cond.q);
  const each = (say: (question: string, answer: string) => string) =>
    joined(
      [operand].flat().map((code) => say(question, naming.answer(cond.q, String(code)))),
      words.or,
      isPart,
    );
  switch (operator) {
    case "is":
    case "in":
      return each(words.is);
    case "has":
      return each(words.has);
    case "answered":
      return operand === true ? words.answered(question) : words.notAnswered(question);
    default:
      return words[operator](question, String(operand));
  }
}
