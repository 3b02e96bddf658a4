// What the form of a question says, as a question. What the form does not show stays as it was: condition, ownership, facts. Fields that
// mean nothing for the type are left out. Saving a form as it was opened changes nothing (a test).
import { controlIds } from "../control-ids.ts";
import { isTopicId } from "../control-topics.ts";
import type { Column, ColumnType, Question, Questionnaire, QuestionType } from "../questionnaire.ts";
import { type EvidenceInput, evidenceTyped, type FailInput, failTyped, kindsTyped } from "./evidence-typed.ts";
import { leastOf } from "./least-of-type.ts";
import { type BandRow, bandsTyped, type OptionRow, optionsTyped } from "./options-typed.ts";
import { Complaints, defined, numberTyped, type TypedText, textTyped, wholeTyped } from "./typed.ts";

export interface ColumnRow {
  id: string;
  type: ColumnType;
  label: TypedText;
  isRequired: boolean;
}

type Choice = "" | "yes" | "no";

export interface QuestionInput extends EvidenceInput, FailInput {
  id: string;
  type: QuestionType;
  text: TypedText;
  why: TypedText;
  guidance: TypedText;
  /** "" = by what the question is. */
  required: Choice;
  na: Choice;
  scored: "" | "no";
  weight: string;
  /** Name of a scale of the file; "" for options of its own. */
  scale: string;
  options: OptionRow[];
  bands: BandRow[];
  unit: string;
  min: string;
  max: string;
  maxLength: string;
  isMultiline: boolean;
  columns: ColumnRow[];
  maxRows: string;
  controls: string;
  topics: string;
  /** Answered once per vendor, for all of its engagements. */
  isPerVendor: boolean;
}

export interface TypedQuestion {
  question: Question;
  /** Codes of options that were exchanged: old -> new. */
  codes: ReadonlyMap<string, string>;
}

/** Throws `invalid` with every field that is wrong. */
export function questionTyped(questionnaire: Questionnaire, was: Question, input: QuestionInput): TypedQuestion {
  const complaints = new Complaints();
  const source = questionnaire.languages[0]!;
  const { type } = input;
  const isOther = type !== was.type;
  const words = {
    text: textTyped(input.text, source, "text", complaints, { isNeeded: true }),
    why: textTyped(input.why, source, "why", complaints),
    guidance: textTyped(input.guidance, source, "guidance", complaints),
  };
  const choices = choicesTyped(questionnaire, was, input, complaints);
  const scored = input.scored === "no" ? false : was.scored === true ? true : undefined;
  const common = {
    ...was,
    ...words,
    type,
    required: yesNo(input.required),
    scored,
    na: yesNo(input.na),
    weight: wholeTyped(input.weight, [1, 1000], "weight", complaints),
    controls: names(input.controls, was.controls, (id) => controlIds.has(id), "controls", complaints),
    topics: names(input.topics, was.topics, isTopicId, "topics", complaints),
    askedPer: input.isPerVendor ? "vendor" : undefined,
    criticality: input.isKnockOut ? "blocker" : undefined,
    onFail: failTyped(input, source, complaints),
    evidence: type === "file" ? undefined : evidenceTyped(input, was.evidence, complaints),
  };
  const bounds = { min: numberTyped(input.min, "min", complaints), max: numberTyped(input.max, "max", complaints) };
  if (type === "number" && bounds.min !== undefined && bounds.max !== undefined && bounds.min > bounds.max) {
    complaints.add("max", "The largest number is below the smallest one.");
  }
  const own = {
    scale: choices.scale,
    options: choices.options,
    bands: type === "number" || type === "date" ? bandsTyped(input.bands, complaints) : undefined,
    unit: type === "number" ? input.unit.trim().slice(0, 40) || undefined : undefined,
    min: type === "number" ? bounds.min : undefined,
    max: type === "number" ? bounds.max : undefined,
    maxLength: type === "text" ? wholeTyped(input.maxLength, [1, 65_536], "maxLength", complaints) : undefined,
    multiline: type === "text" && input.isMultiline ? true : undefined,
    columns: type === "table" && !isOther ? columnsTyped(input.columns, was.columns ?? [], source, complaints) : undefined,
    maxRows: type === "table" ? wholeTyped(input.maxRows, [1, 10_000], "maxRows", complaints) : undefined,
    kinds: type === "file" ? kindsTyped(input.kinds, was.kinds) : undefined,
    accept: type === "file" ? was.accept : undefined,
  };
  if (type === "file" && was.kinds && own.kinds === undefined) complaints.add("kinds", "Choose at least one kind of document.");
  complaints.settle();
  if (!isOther) return { question: defined<Question>({ ...common, ...own } as Question), codes: choices.codes };
  // Another type begins as a new question of that type does.
  const kept = defined<Question>({ ...common, ...nothingOwn, scored: undefined, na: undefined } as unknown as Question);
  return { question: { ...kept, ...leastOf(type, questionnaire) }, codes: new Map() };
}

const nothingOwn = defineAll(
  "scale options bands unit min max maxLength multiline columns maxRows kinds accept evidence criticality onFail weight",
);

function defineAll(fields: string): Record<string, undefined> {
  return Object.fromEntries(fields.split(" ").map((name) => [name, undefined]));
}

const hasOptions: ReadonlySet<QuestionType> = new Set(["boolean", "choice", "multichoice"]);

function choicesTyped(questionnaire: Questionnaire, was: Question, input: QuestionInput, complaints: Complaints) {
  const nothing = { scale: undefined, options: undefined, codes: new Map<string, string>() };
  if (!hasOptions.has(input.type) || input.type !== was.type) return nothing;
  if (input.scale !== "") {
    if (!Object.hasOwn(questionnaire.scales ?? {}, input.scale)) complaints.add("scale", "There is no such scale in this questionnaire.");
    return { ...nothing, scale: input.scale };
  }
  const typed = optionsTyped(input.options, was.options ?? {}, { type: input.type, source: questionnaire.languages[0]! }, complaints);
  return { scale: undefined, options: Object.keys(typed.options).length > 0 ? typed.options : undefined, codes: typed.codes };
}

const yesNo = (choice: Choice): boolean | undefined => (choice === "" ? undefined : choice === "yes");

/** A list of ids, one after the other; those that were there stay allowed. */
function names(
  typed: string,
  was: readonly string[] | undefined,
  isKnown: (name: string) => boolean,
  field: string,
  complaints: Complaints,
) {
  const list = [...new Set(typed.split(/[\s,;]+/).filter((name) => name !== ""))];
  const unknown = list.filter((name) => !isKnown(name) && !was?.includes(name));
  if (unknown.length > 0) {
    const example = field === "controls" ? "iso27001-2022#A.5.24" : "COM-08";
    complaints.add(field, `Not known: ${unknown.slice(0, 5).join(", ")}. Write it like ${example}.`);
  }
  return list.length > 0 ? list : undefined;
}

function columnsTyped(rows: readonly ColumnRow[], was: readonly Column[], source: "en" | "de", complaints: Complaints): Column[] {
  const columns = rows.flatMap((row, at): Column[] => {
    const isEmpty = [row.id, row.label.en, row.label.de].every((words) => words.trim() === "");
    if (isEmpty) return [];
    const field = `column-${at}`;
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(row.id))
      complaints.add(field, "Give the column an id: a letter, then letters, digits, - and _.");
    const label = textTyped(row.label, source, field, complaints);
    const old = was.find(({ id }) => id === row.id);
    const required = row.isRequired ? true : old?.required === false ? false : undefined;
    return [defined<Column>({ id: row.id, type: row.type, required, label })];
  });
  const ids = columns.map(({ id }) => id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice >= 0) complaints.add(`column-${twice}`, `Two columns have the id “${ids[twice]}”.`);
  if (columns.length === 0) complaints.add("column-0", "A table has at least one column.");
  if (columns.length > 50) complaints.add("column-50", "A table has at most 50 columns.");
  return columns;
}
