// Conditions of vrq/1, checked by hand: a union of five shapes would answer a slip with five complaints.
import { z } from "zod";
import { type Fact, factShapes, isFact } from "./facts.ts";
import { type Cond, type Operator, operators, questionnaireLimits } from "./questionnaire.ts";

type Complain = (path: (string | number)[], message: string) => void;

const list = operators.join(", ");

/** A condition: all, any, not, or one comparison of a question or a fact. */
export const condSchema = z
  .custom<Cond>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "A condition is a map, for example { q: id, is: code }.",
  )
  .superRefine((value, issue) => {
    checkCond(value, [], 1, (path, message) => issue.addIssue({ code: "custom", path, message }));
  });

function checkCond(value: unknown, path: (string | number)[], depth: number, complain: Complain): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    complain(path, "A condition is a map, for example { q: id, is: code }.");
    return;
  }
  if (depth > questionnaireLimits.nestedConditions) {
    complain(path, `Conditions nest deeper than ${questionnaireLimits.nestedConditions}: say it flatter.`);
    return;
  }
  const keys = Object.keys(value);
  const group = keys.find((key) => key === "all" || key === "any" || key === "not");
  if (group === undefined) {
    checkComparison(value as Record<string, unknown>, keys, path, complain);
    return;
  }
  if (keys.length > 1) complain(path, `“${group}” stands alone in its map; found ${keys.join(", ")}.`);
  const part = (value as Record<string, unknown>)[group];
  if (group === "not") {
    checkCond(part, [...path, group], depth + 1, complain);
  } else if (!Array.isArray(part) || part.length === 0) {
    complain([...path, group], `“${group}” takes a list of at least one condition.`);
  } else {
    part.forEach((each, i) => {
      checkCond(each, [...path, group, i], depth + 1, complain);
    });
  }
}

function checkComparison(value: Record<string, unknown>, keys: string[], path: (string | number)[], complain: Complain): void {
  const subjects = keys.filter((key) => key === "q" || key === "fact");
  const found = keys.filter((key) => (operators as readonly string[]).includes(key)) as Operator[];
  const strange = keys.find((key) => key !== "q" && key !== "fact" && !found.includes(key as Operator));
  if (strange !== undefined) complain([...path, strange], `“${strange}” is not known in a condition: use q or fact, and one of ${list}.`);
  if (subjects.length !== 1) complain(path, "A comparison asks one question (q) or one fact (fact).");
  if (found.length !== 1) complain(path, `A comparison has exactly one of ${list}.`);
  if (strange !== undefined || subjects.length !== 1 || found.length !== 1) return;
  const operator = found[0]!;
  const operand = value[operator];
  const wrong = operandProblem(operator, operand);
  if (wrong) complain([...path, operator], wrong);
  if ("q" in value) {
    if (typeof value.q !== "string") complain([...path, "q"], "q is the id of an earlier question.");
    return;
  }
  if (typeof value.fact !== "string" || !isFact(value.fact)) {
    complain([...path, "fact"], `There is no such fact. Facts are ${Object.keys(factShapes).join(", ")}.`);
  } else if (!wrong) {
    const misfit = factProblem(value.fact, operator, operand);
    if (misfit) complain([...path, operator], misfit);
  }
}

const isScalar = (value: unknown) =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

function operandProblem(operator: Operator, operand: unknown): string | undefined {
  switch (operator) {
    case "is":
      return isScalar(operand) ? undefined : "“is” takes one code, number, or true or false.";
    case "in":
      return Array.isArray(operand) && operand.length > 0 && operand.every(isScalar) ? undefined : "“in” takes a list of codes.";
    case "has":
      return typeof operand === "string" ? undefined : "“has” takes one code.";
    case "answered":
      return typeof operand === "boolean" ? undefined : "“answered” takes true or false.";
    default:
      return typeof operand === "number" || /^\d{4}-\d{2}-\d{2}$/.test(String(operand))
        ? undefined
        : `“${operator}” takes a number or a day.`;
  }
}

/** A comparison that the shape of the fact can never meet. */
function factProblem(fact: Fact, operator: Operator, operand: unknown): string | undefined {
  const shape = factShapes[fact];
  const ordered = operator === "lt" || operator === "lte" || operator === "gt" || operator === "gte";
  if (ordered && shape.is !== "level") return `“${fact}” has no order: use is or in.`;
  if (operator === "has" && shape.is !== "list") return `“${fact}” is one value: use is or in.`;
  if (operator === "answered") return undefined;
  const wanted: unknown[] = [operand].flat();
  if (shape.is === "level") {
    return wanted.every((value) => value === 1 || value === 2 || value === 3 || value === 4) ? undefined : `“${fact}” is 1, 2, 3 or 4.`;
  }
  if (shape.is === "flag") return wanted.every((value) => typeof value === "boolean") ? undefined : `“${fact}” is true or false.`;
  return undefined;
}
