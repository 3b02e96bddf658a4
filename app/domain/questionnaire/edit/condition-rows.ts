// A condition as the builder shows it: one list of rows under "all", "any" or "none". A row that is no single comparison is shown in words
// and kept as it is, so that no condition is ever lost.
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import { isReserved } from "../answer.ts";
import { type Fact, type FactShape, factShapes, isFact } from "../facts.ts";
import type { Compared, Cond, Operator, Questionnaire, QuestionType, Scalar } from "../questionnaire.ts";

export const conditionModes = ["all", "any", "none"] as const;
export type ConditionMode = (typeof conditionModes)[number];

export interface ConditionRows {
  mode: ConditionMode;
  rows: Cond[];
}

/** No condition has no rows. */
export function rowsOf(cond: Cond | undefined): ConditionRows {
  if (!cond) return { mode: "all", rows: [] };
  if ("all" in cond) return { mode: "all", rows: cond.all };
  if ("any" in cond) return { mode: "any", rows: cond.any };
  if ("not" in cond && "any" in cond.not) return { mode: "none", rows: cond.not.any };
  return { mode: "all", rows: [cond] };
}

/** The condition of these rows, no deeper than it must be; undefined without rows. */
export function conditionOf({ mode, rows }: ConditionRows): Cond | undefined {
  const [first] = rows;
  if (!first) return undefined;
  if (mode === "none") return { not: { any: rows } };
  if (rows.length === 1) return first;
  return mode === "all" ? { all: rows } : { any: rows };
}

/** The comparison of a row and whether it is turned round; undefined for a row the builder cannot take apart. */
export function simpleRow(row: Cond): { comparison: Compared; isNot: boolean } | undefined {
  if ("all" in row || "any" in row) return undefined;
  if (!("not" in row)) return { comparison: row, isNot: false };
  const inner = row.not;
  return "all" in inner || "any" in inner || "not" in inner ? undefined : { comparison: inner, isNot: true };
}

/** `q:id` or `fact:name`, as the pull-down sends it. */
export type Subject = { q: string } | { fact: Fact };

export function subjectOf(value: string): Subject | undefined {
  const [kind, name = ""] = [value.slice(0, value.indexOf(":")), value.slice(value.indexOf(":") + 1)];
  if (kind === "q" && name !== "") return { q: name };
  return kind === "fact" && isFact(name) ? { fact: name } : undefined;
}

export const subjectValue = (of: Subject): string => ("q" in of ? `q:${of.q}` : `fact:${of.fact}`);

const ordered = ["lt", "lte", "gt", "gte"] as const;

const ofType: Record<QuestionType, readonly Operator[]> = {
  boolean: ["in", "answered"],
  choice: ["in", "answered"],
  multichoice: ["has", "in", "answered"],
  number: ["gte", "lte", "gt", "lt", "is", "in", "answered"],
  date: ["gte", "lte", "gt", "lt", "in", "answered"],
  text: ["answered", "in"],
  table: ["answered", "in"],
  file: ["answered", "in"],
};

const ofFact: Record<FactShape["is"], readonly Operator[]> = {
  level: ["gte", "lte", "in"],
  flag: ["in"],
  code: ["in"],
  list: ["in"],
};

/** What may be asked about a question of a type, or about a fact. `in` where there are no options means the reserved answers only. */
export const operatorsFor = (type: QuestionType): readonly Operator[] => ofType[type];
export const operatorsForFact = (fact: Fact): readonly Operator[] => ofFact[factShapes[fact].is];

export interface RowInput {
  subject: string;
  operator: string;
  /** Ticked options, or what was typed. */
  values: string[];
  isNot: boolean;
}

/** The row a form asks for. Throws `invalid` naming the field. */
export function rowTyped({ subject, operator, values, isNot }: RowInput, { sections }: Questionnaire): Cond {
  const of = subjectOf(subject);
  const type = of && "q" in of ? sections.flatMap(({ questions }) => questions).find(({ id }) => id === of.q)?.type : undefined;
  if (!of || ("q" in of && !type)) throw refused("subject", "Choose a question or a fact.");
  const allowed = "q" in of ? operatorsFor(type!) : operatorsForFact(of.fact);
  const chosen = allowed.find((each) => each === operator);
  if (!chosen) throw refused("operator", "Choose how it is compared.");
  const comparison = { ...of, ...operandTyped(chosen, values, type, "fact" in of ? factShapes[of.fact] : undefined) } as Cond;
  return isNot ? { not: comparison } : comparison;
}

function operandTyped(operator: Operator, values: readonly string[], type: QuestionType | undefined, shape: FactShape | undefined) {
  const given = values.map((each) => each.trim()).filter((each) => each !== "");
  if (operator === "answered") return { answered: given[0] !== "no" };
  if (given.length === 0) throw refused("values", "Say with what it is compared.");
  const scalars = given.map((each) => scalarOf(each, type, shape));
  if (operator !== "in" && given.length > 1) throw refused("values", "Choose one. For another one, add one more row.");
  if (operator === "has") return { has: given[0]! };
  if (operator === "in") return scalars.length === 1 ? { is: scalars[0]! } : { in: scalars };
  if ((ordered as readonly string[]).includes(operator) && type === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(given[0]!)) {
    throw refused("values", "Type a day as YYYY-MM-DD.");
  }
  return { [operator]: scalars[0]! };
}

function scalarOf(value: string, type: QuestionType | undefined, shape: FactShape | undefined): Scalar {
  if (isReserved(value)) return value;
  if (type === "boolean" || shape?.is === "flag") return value === "true";
  if (type !== "number" && shape?.is !== "level") return value;
  const number = Number(value.replace(",", "."));
  if (!Number.isFinite(number)) throw refused("values", "Type a number.");
  return number;
}

const refused = (field: string, says: string): DomainError =>
  new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: { [field]: says } });

/** Row `at` exchanged, or one more when there is none; throws not_found for a row that is gone. */
export function withRow({ mode, rows }: ConditionRows, row: Cond, at?: number): ConditionRows {
  if (at === undefined) return { mode, rows: [...rows, row] };
  if (!rows[at]) throw unknownObject();
  return { mode, rows: rows.map((each, n) => (n === at ? row : each)) };
}

export function withoutRow({ mode, rows }: ConditionRows, at: number): ConditionRows {
  if (!rows[at]) throw unknownObject();
  return { mode, rows: rows.filter((_, n) => n !== at) };
}

/** A number from an address; undefined for anything else. Throws invalid for nonsense. */
export function rowNumber(typed: string | null): number | undefined {
  if (typed === null || typed === "") return undefined;
  if (!/^\d{1,3}$/.test(typed)) throw new DomainError("invalid", "There is no such row.");
  return Number(typed);
}
