// A condition on answers in words for a vendor: `1.2 is “No” or 1.3 is answered`. It must be settled first: facts have no words here.
import { comparisonOf } from "#app/domain/questionnaire/condition.ts";
import type { Cond } from "#app/domain/questionnaire/questionnaire.ts";
import type { WorkbookWords } from "./workbook-words.ts";

/** How the vendor's page calls a question and its answers. */
export interface Naming {
  question(id: string): string;
  answer(id: string, code: string): string;
}

/** Groups within groups stand in brackets. */
export function conditionWords(cond: Cond, naming: Naming, words: WorkbookWords["condition"], isInner = false): string {
  const group = (parts: readonly Cond[], between: string) => {
    const text = parts.map((part) => conditionWords(part, naming, words, parts.length > 1)).join(between);
    return isInner && parts.length > 1 ? `(${text})` : text;
  };
  if ("all" in cond) return group(cond.all, words.and);
  if ("any" in cond) return group(cond.any, words.or);
  if ("not" in cond) return words.not(conditionWords(cond.not, naming, words));
  if ("fact" in cond) throw new Error("A vendor does not read facts: settle the condition first.");
  const { operator, operand } = comparisonOf(cond);
  const question = naming.question(cond.q);
  const each = (say: (question: string, answer: string) => string) => {
    const said = [operand].flat().map((code) => say(question, naming.answer(cond.q, String(code))));
    const text = said.join(words.or);
    return isInner && said.length > 1 ? `(${text})` : text;
  };
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
