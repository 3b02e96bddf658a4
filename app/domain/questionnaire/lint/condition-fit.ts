// Comparisons that the type of the asked question can never meet.
import { isReserved } from "../answer.ts";
import { comparisonOf, comparisonsIn } from "../condition.ts";
import { error, type Path, type Problem, warning } from "../problem.ts";
import type { Comparison, Cond, Operator, Questionnaire, QuestionType } from "../questionnaire.ts";
import { questionsOf } from "../structure.ts";

export function conditionFit(questionnaire: Questionnaire): Problem[] {
  const types = new Map(questionsOf(questionnaire).map(({ question }) => [question.id, question.type]));
  const check = (cond: Cond | undefined, path: Path): Problem[] =>
    cond ? comparisonsIn(cond).flatMap(({ cond: comparison, path: below }) => problemOf(comparison, [...path, ...below], types)) : [];
  return [
    ...(questionnaire.conflicts ?? []).flatMap(({ when }, i) => check(when, ["conflicts", i, "when"])),
    ...questionnaire.sections.flatMap(({ when }, s) => check(when, ["sections", s, "when"])),
    ...questionsOf(questionnaire).flatMap(({ question, path }) => [
      ...check(question.when, [...path, "when"]),
      ...check(question.evidence?.when, [...path, "evidence", "when"]),
    ]),
  ];
}

function problemOf(cond: Cond, path: Path, types: ReadonlyMap<string, QuestionType>): Problem[] {
  const { operator, operand } = comparisonOf(cond as Comparison);
  if ("fact" in cond) {
    if (operator !== "answered") return [];
    const mend = "Leave it out: a comparison with a missing fact is false anyway.";
    return [warning("operator", path, `Whether the fact “${cond.fact}” is known cannot be asked.`, mend)];
  }
  const { q } = cond as { q: string };
  const type = types.get(q);
  const misfit = type && misfitOf(operator, type, [operand].flat());
  return misfit ? [error("operator", path, `“${q}” is a ${type}: “${operator}” can never hold here.`, misfit)] : [];
}

/** What to write instead; undefined when the comparison can hold. */
function misfitOf(operator: Operator, type: QuestionType, operands: readonly unknown[]): string | undefined {
  const isNumber = operands.every((value) => typeof value === "number");
  switch (operator) {
    case "answered":
      return undefined;
    case "has":
      return type === "multichoice" ? undefined : "Use is or in; has is for multichoice.";
    case "is":
    case "in": {
      const own = operands.filter((value) => !isReserved(value));
      if (own.length === 0) return undefined;
      if (type === "multichoice") return "Use has for one of its codes.";
      if (type === "file" || type === "table") return "Ask whether it is answered.";
      if (type === "number") return own.every((value) => typeof value === "number") ? undefined : "Compare it with numbers.";
      if (type === "boolean") return undefined;
      return own.every((value) => typeof value === "string") ? undefined : "Compare it with codes or texts in quotes.";
    }
    default:
      if (type === "number") return isNumber ? undefined : "Compare it with a number.";
      if (type === "date") return isNumber ? "Compare it with a day, written 'YYYY-MM-DD'." : undefined;
      return "Only numbers and dates have an order.";
  }
}
