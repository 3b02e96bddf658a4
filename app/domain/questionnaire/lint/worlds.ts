// Every way a few questions can be answered and a few facts can be: the ground for what the linter says about conditions.
// Numbers and days are stood for by values on both sides of every threshold. Too many ways are not walked (the answer is then undefined),
// so a rule built on this can miss something, but never accuses wrongly.

import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { integrations, regions } from "#app/domain/risk/facts.ts";
import { levels } from "#app/domain/risk/risk-levels.ts";
import { categories } from "#app/domain/vendor/categories.ts";
import type { Answer, AnswerValue } from "../answer.ts";
import type { CompiledQuestion, CompiledSet } from "../compiled.ts";
import { comparisonOf, comparisonsIn, namesIn } from "../condition.ts";
import type { Fact, KnownFacts } from "../facts.ts";
import type { Comparison, Cond, Questionnaire } from "../questionnaire.ts";
import { evaluateGiven, type State } from "../visibility.ts";

const mostWorlds = 40_000;
/** Beyond these, questions have more ways to be answered than are walked: each has at least three. */
const mostAsked = 16;

/** What walks may cost together, for files of others: each world costs more the more questions the file has. Without one, no limit. */
export interface Budget {
  left: number;
}

/** Operands a file compares each question and fact with, whatever the operator. */
export type Operands = ReadonlyMap<string, ReadonlySet<string | number | boolean>>;

const allConds = (questionnaire: Questionnaire): Cond[] =>
  [
    ...questionnaire.sections.map(({ when }) => when),
    ...questionnaire.sections.flatMap(({ questions }) => questions.flatMap(({ when, evidence }) => [when, evidence?.when])),
  ].filter((cond) => cond !== undefined);

/** Collects them; facts go by `fact:name`. */
export function operandsOf(questionnaire: Questionnaire): Operands {
  const found = new Map<string, Set<string | number | boolean>>();
  for (const { cond } of allConds(questionnaire).flatMap((each) => comparisonsIn(each))) {
    const name = "fact" in cond ? `fact:${cond.fact}` : (cond as { q: string }).q;
    const set = found.get(name) ?? new Set();
    for (const each of [comparisonOf(cond as Comparison).operand].flat()) set.add(each);
    found.set(name, set);
  }
  return found;
}

/** Answers that stand for all answers to a question: real ones only. */
export function answersTo(question: CompiledQuestion, operands: Operands): AnswerValue[] {
  const { type, options, bands } = question;
  const named = [...(operands.get(question.question.id) ?? [])];
  switch (type) {
    case "boolean":
      return [true, false];
    case "choice":
      return [...options!.keys()].filter((code) => code !== "na");
    case "multichoice": {
      const asked = [...options!.keys()].filter((code) => named.includes(code) && !options!.get(code)!.isExclusive);
      const rest = [...options!.keys()].filter((code) => !asked.includes(code));
      const together = subsets(asked.slice(0, 6)).filter((subset) => subset.length > 0);
      return [...together, ...rest.map((code) => [code])];
    }
    case "number": {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = question.question;
      const marks = [...named.filter((value) => typeof value === "number"), ...(bands ?? []).map(({ upTo }) => upTo), min, max, 0];
      const near = marks.filter(Number.isFinite).flatMap((mark) => [mark - 1, mark, mark + 1]);
      return [...new Set(near)].filter((value) => value >= min && value <= max);
    }
    case "date": {
      const marks = named.filter((value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) as string[];
      return [...new Set(["2020-01-01", ...marks.flatMap((mark) => [addDays(mark, -1), mark, addDays(mark, 1)])])];
    }
    case "text":
      return ["text", ...named.filter((value) => typeof value === "string" && value !== "")] as string[];
    case "table":
      return [[{}]];
    case "file":
      return ["file"];
  }
}

function subsets<T>(items: readonly T[]): T[][] {
  const all: T[][] = [[]];
  for (const item of items) for (const subset of [...all]) all.push([...subset, item]);
  return all;
}

function factValues(fact: Fact, { appliesTo }: Questionnaire): unknown[] {
  switch (fact) {
    case "tier":
      return appliesTo?.tiers ?? [...levels];
    case "category":
      return appliesTo?.categories ?? [...categories];
    case "integration":
      return subsets(integrations);
    case "region":
      return subsets(regions);
    case "hosts_production":
      return [true, false];
    default:
      return [...levels];
  }
}

/** Undefined when more than `most` questions belong to it. */
function closure(set: CompiledSet, indexes: readonly number[], most: number): number[] | undefined {
  const found = new Set<number>();
  const next = [...indexes];
  for (let index = next.pop(); index !== undefined; index = next.pop()) {
    if (found.has(index)) continue;
    found.add(index);
    if (found.size > most) return undefined;
    const { asks, section } = set.questions[index]!;
    next.push(...asks, ...set.sections[section]!.asks);
  }
  return set.order.filter((index) => found.has(index));
}

/** The questions that decide whether some are shown, at whatever remove, and these, in an order in which they can be evaluated. */
export const closureOf = (set: CompiledSet, indexes: readonly number[]): number[] => closure(set, indexes, Number.POSITIVE_INFINITY)!;

/** As `closureOf`, for what can be walked at all; undefined when so many questions decide that it cannot. */
export const walkableClosureOf = (set: CompiledSet, indexes: readonly number[]): number[] | undefined =>
  closure(set, indexes, indexes.length + mostAsked);

export interface Walk {
  set: CompiledSet;
  operands: Operands;
  /** The questions whose being shown is looked at. */
  questions: readonly number[];
  /** A further condition that is looked at, such as that of an evidence rule. */
  cond?: Cond | undefined;
  /** Answers that stand instead of all there could be. */
  fixed?: ReadonlyMap<number, readonly (AnswerValue | undefined)[]>;
  budget?: Budget | undefined;
}

/**
 * Visits the state under every combination of answers and facts that what is looked at rests on, until `visit` returns true. Says whether
 * one did; undefined when there are too many combinations to walk.
 */
export function someWorld(walk: Walk, visit: (state: State) => boolean): boolean | undefined {
  const { set, operands, questions, cond, fixed = new Map(), budget } = walk;
  const inCond = cond ? namesIn(cond) : { questions: [], facts: [] };
  const byId = new Map(set.questions.map(({ question, index }) => [question.id, index]));
  const order = walkableClosureOf(set, [...questions, ...inCond.questions.map((id) => byId.get(id)!)]);
  if (!order) return undefined;
  const sections = new Set(order.map((index) => set.questions[index]!.section));
  const conds = [
    ...order.map((index) => set.questions[index]!.question.when),
    ...[...sections].map((at) => set.sections[at]!.section.when),
    cond,
  ];
  const names = conds.flatMap((each) => (each ? [namesIn(each)] : []));
  const asked = new Set(names.flatMap((each) => each.questions.map((id) => byId.get(id)!)));
  const varied = order.filter((index) => asked.has(index) || fixed.has(index));
  const answers = varied.map((index) => fixed.get(index) ?? allAnswers(set.questions[index]!, operands));
  const factNames = [...new Set(names.flatMap((each) => each.facts))];
  const factLists = factNames.map((fact) => factValues(fact, set.files[0]!.questionnaire));
  const lists: readonly (readonly unknown[])[] = [...answers, ...factLists];
  const worlds = lists.reduce((product, { length }) => product * length, 1);
  const cost = worlds * (1 + set.questions.length / 100);
  if (worlds > mostWorlds || (budget && cost > budget.left)) return undefined;
  if (budget) budget.left -= cost;
  const given: (Answer | undefined)[] = new Array(set.questions.length).fill(undefined);
  const facts: Record<string, unknown> = {};
  const from = (at: number): boolean => {
    if (at === lists.length) return visit(evaluateGiven(set, given, facts as KnownFacts, order));
    return lists[at]!.some((value) => {
      if (at < varied.length) given[varied[at]!] = { value: value as AnswerValue };
      else facts[factNames[at - varied.length]!] = value;
      return from(at + 1);
    });
  };
  return from(0);
}

const allAnswers = (question: CompiledQuestion, operands: Operands): (AnswerValue | undefined)[] => [
  undefined,
  "declined",
  ...(question.allowsNa ? ["na"] : []),
  ...answersTo(question, operands),
];
