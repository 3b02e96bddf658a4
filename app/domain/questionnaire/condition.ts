// The one meaning of a condition, for browser, server, scorer and linter (docs: questionnaires, rule 3; scoring, "Edges").
// Hidden means unanswered; unanswered and unknown make every comparison false, `answered: false` on a question excepted.
import type { AnswerValue } from "./answer.ts";
import type { Fact, KnownFacts } from "./facts.ts";
import { type Comparison, type Cond, type Operator, operators, type Scalar } from "./questionnaire.ts";

/** What conditions look at, by question index: whether it counts as answered here, and its value. */
export interface CondState {
  readonly answered: Uint8Array;
  readonly values: readonly (AnswerValue | undefined)[];
  readonly facts: KnownFacts;
}

export type Test = (state: CondState) => boolean;

type Operand = Scalar | Scalar[];

/** The operator of a comparison and what it compares with. */
export function comparisonOf(cond: Comparison): { operator: Operator; operand: Operand } {
  const operator = operators.find((name) => name in cond)!;
  return { operator, operand: (cond as Record<Operator, Operand>)[operator] };
}

/** Every question and fact a condition asks, in order of appearance, each once. */
export function namesIn(cond: Cond): { questions: string[]; facts: Fact[] } {
  const questions = new Set<string>();
  const facts = new Set<Fact>();
  const visit = (at: Cond): void => {
    if ("all" in at) at.all.forEach(visit);
    else if ("any" in at) at.any.forEach(visit);
    else if ("not" in at) visit(at.not);
    else if ("q" in at) questions.add(at.q);
    else facts.add(at.fact);
  };
  visit(cond);
  return { questions: [...questions], facts: [...facts] };
}

/** Every comparison in a condition, with its path below the condition. */
export function comparisonsIn(
  cond: Cond,
  path: (string | number)[] = [],
): { cond: Exclude<Cond, { all: Cond[] }>; path: (string | number)[] }[] {
  if ("all" in cond) return cond.all.flatMap((part, i) => comparisonsIn(part, [...path, "all", i]));
  if ("any" in cond) return cond.any.flatMap((part, i) => comparisonsIn(part, [...path, "any", i]));
  if ("not" in cond) return comparisonsIn(cond.not, [...path, "not"]);
  return [{ cond, path }];
}

/** Compiles a condition. `indexOf` gives the index of a question in the state; it throws for one that may not be asked here. */
export function compileCond(cond: Cond, indexOf: (questionId: string) => number): Test {
  if ("all" in cond) {
    const tests = cond.all.map((part) => compileCond(part, indexOf));
    return (state) => tests.every((test) => test(state));
  }
  if ("any" in cond) {
    const tests = cond.any.map((part) => compileCond(part, indexOf));
    return (state) => tests.some((test) => test(state));
  }
  if ("not" in cond) {
    const test = compileCond(cond.not, indexOf);
    return (state) => !test(state);
  }
  const { operator, operand } = comparisonOf(cond);
  if ("fact" in cond) {
    const { fact } = cond;
    return (state) => compareFact(state.facts[fact], operator, operand);
  }
  const index = indexOf(cond.q);
  if (operator === "answered") return (state) => (state.answered[index] === 1) === operand;
  const compare = comparer(operator, operand);
  return (state) => state.answered[index] === 1 && compare(state.values[index]!);
}

/** Compares an answer that is there. `declined` and `na` are texts that only `is` and `in` can meet. */
function comparer(operator: Operator, operand: Operand): (value: Exclude<AnswerValue, null>) => boolean {
  switch (operator) {
    case "is":
      return (value) => isSame(value, operand);
    case "in":
      return (value) => (operand as Scalar[]).some((code) => isSame(value, code));
    case "has":
      return (value) => Array.isArray(value) && (value as unknown[]).includes(operand);
    default:
      return (value) => isOrdered(value, operator, operand);
  }
}

/** Yes and no are written as true and false or as the codes 'true' and 'false'; everything else must be of one kind. */
const isSame = (value: unknown, operand: unknown): boolean =>
  value === operand || (typeof value === "boolean" && typeof operand === "string" && String(value) === operand);

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Numbers among numbers, days among days (as text they sort like days); anything else is not comparable. */
function isOrdered(value: unknown, operator: Operator, operand: unknown): boolean {
  const numbers = typeof value === "number" && typeof operand === "number";
  const days = typeof value === "string" && typeof operand === "string" && day.test(value) && day.test(operand);
  if (!numbers && !days) return false;
  const a = value as number;
  const b = operand as number;
  if (operator === "lt") return a < b;
  if (operator === "lte") return a <= b;
  if (operator === "gt") return a > b;
  return a >= b;
}

function compareFact(value: KnownFacts[Fact], operator: Operator, operand: Operand): boolean {
  if (value === undefined) return false;
  if (operator === "answered") return operand === true;
  const wanted: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  if (Array.isArray(value))
    return (operator === "is" || operator === "in" || operator === "has") && wanted.some((code) => value.includes(code as never));
  if (operator === "is" || operator === "in") return wanted.some((code) => isSame(value, code));
  return isOrdered(value, operator, operand);
}
