// The questions of one requirement node, in both forms of the format: `questions` by urn, and the older `question` with a type for all.

import { DomainError } from "#app/domain/errors.ts";
import type { Option, Question, QuestionType, Scale } from "../questionnaire.ts";
import { questionnaireLimits } from "../questionnaire.ts";
import { type CisoNode, strangers } from "./ciso-library.ts";
import { weightFrom, worthOf } from "./ciso-scores.ts";
import type { Translations, Words } from "./ciso-words.ts";
import { below, type Notes, type Where } from "./foreign.ts";
import { asList, asMap, asText, field, type Loose } from "./foreign-values.ts";
import { mintCodes } from "./names.ts";
import { noteUnusable } from "./unusable.ts";

/** A question as the file has it. */
export interface Raw {
  urn: string;
  where: Where;
  fields: Loose;
  type: string;
  choices: { urn: string; fields: Loose; where: Where }[];
  translated: Translations;
}

export interface Made {
  raw: Raw;
  question: Question;
  /** Our codes by the choice's urn and by what it says. */
  codes: ReadonlyMap<string, string>;
}

const types = new Map<string, QuestionType>(
  Object.entries({
    unique_choice: "choice",
    single_choice: "choice",
    multiple_choice: "multichoice",
    text: "text",
    number: "number",
    boolean: "boolean",
    date: "date",
  }),
);

/** Every question of a node, nothing made of it yet. */
export function rawQuestions({ fields, where, urn }: CisoNode): Raw[] {
  const translations = asMap(field(fields, "translations"));
  const translated =
    (name: string): Translations =>
    (language) =>
      asText(field(asMap(field(asMap(field(translations, language)), "questions")), name));
  const current = field(fields, "questions");
  const pairs: [string | number, unknown][] = Array.isArray(current) ? [...current.entries()] : Object.entries(asMap(current) ?? {});
  const raw = pairs.flatMap(([key, value]): Raw[] => {
    const question = asMap(value);
    const at = below(where, "questions", key);
    if (!question) return [];
    const name = asText(field(question, "urn")) ?? (typeof key === "string" ? key : `${urn}:question:${key + 1}`);
    const choices = choicesOf(field(question, "choices"), below(at, "choices"), name);
    return [
      { urn: name, where: at, fields: question, type: asText(field(question, "type")) ?? "text", choices, translated: translated(name) },
    ];
  });
  const old = asMap(field(fields, "question"));
  if (!old) return raw;
  const at = below(where, "question");
  const type = asText(field(old, "question_type")) ?? "text";
  asList(field(old, "questions")).forEach((value, i) => {
    const question = asMap(value);
    if (!question) return;
    const name = asText(field(question, "urn")) ?? `${urn}:question:${i + 1}`;
    const choices = choicesOf(field(old, "question_choices"), below(at, "question_choices"), name);
    raw.push({ urn: name, where: below(at, "questions", i), fields: question, type, choices, translated: translated(name) });
  });
  return raw;
}

function choicesOf(value: unknown, where: Where, question: string): Raw["choices"] {
  const list = asList(value);
  const { options } = questionnaireLimits;
  if (list.length > options)
    throw new DomainError("too_large", `The question “${question.slice(0, 200)}” has ${list.length} choices; ${options} is the limit.`);
  return list.map((each, i) => {
    const fields = asMap(each) ?? { value: asText(each) ?? "" };
    return { urn: asText(field(fields, "urn")) ?? asText(field(fields, "value")) ?? String(i + 1), fields, where: below(where, i) };
  });
}

export const questionFields = ["urn", "type", "text", "choices", "depends_on", "weight", "annotation", "translations", "ref_id", "order"];
const choiceFields = [
  "urn",
  "value",
  "add_score",
  "compute_result",
  "select_implementation_groups",
  "translations",
  "ref_id",
  "order",
  "description",
];

/** One question; `around` is what its node says. */
export function makeQuestion(
  raw: Raw,
  id: string,
  around: { guidance: Question["guidance"]; weight: unknown },
  words: Words,
  notes: Notes,
): Made {
  const { fields, where } = raw;
  let type = types.get(raw.type.trim().toLowerCase());
  if (type === undefined) {
    notes.warnings.push({
      where: below(where, "type"),
      message: `The type “${raw.type.slice(0, 40)}” is not known: the answer is a text.`,
    });
    type = "text";
  }
  if ((type === "choice" || type === "multichoice") && raw.choices.length === 0) {
    notes.warnings.push({ where, message: "A choice without choices: the answer is a text." });
    type = "text";
  }
  strangers(fields, questionFields, where, notes, "Questions here have no such field.");
  noteUnusable(fields, { texts: ["text", "type", "annotation"], lists: ["choices"] }, where, notes);
  const text = words.together([words.of(fields, "text", raw.translated)], where);
  if (!text) notes.warnings.push({ where, message: `The question “${id}” has no text: write one.` });
  const guidance = words.together([around.guidance, words.of(fields, "annotation")], where);
  const weight = weightFrom(field(fields, "weight") ?? around.weight);
  const { options, codes } = optionsFrom(raw, type, words, notes);
  const isScored = Object.values(options ?? {}).some(({ score }) => typeof score === "number");
  const question: Question = {
    id,
    type,
    text: text ?? { [words.languages[0]!]: id },
    ...(guidance ? { guidance } : {}),
    ...(isScored ? (weight === undefined ? {} : { weight }) : { scored: false }),
    ...(type === "text" ? { multiline: true as const } : {}),
    ...(type === "number" || type === "date" ? { na: false } : {}),
    ...(options ? { options } : {}),
  };
  return { raw, question, codes };
}

function optionsFrom(
  { choices, where }: Raw,
  type: QuestionType,
  words: Words,
  notes: Notes,
): { options?: Scale; codes: Map<string, string> } {
  const codes = new Map<string, string>();
  if (type !== "choice" && type !== "multichoice") {
    if (choices.length > 0)
      notes.lost.push({ where: below(where, "choices"), what: `${choices.length} choices`, why: `A ${type} has none.` });
    return { codes };
  }
  const mint = mintCodes();
  const worth = worthOf(
    choices.map(({ fields }) => fields),
    type === "multichoice",
  );
  for (const message of worth.notes) notes.warnings.push({ where, message });
  const options = choices.map((choice, i): [string, Option] => {
    strangers(choice.fields, choiceFields, choice.where, notes, "Options here have no such field.");
    const said = asText(field(choice.fields, "value")) ?? "";
    const code = mint(choice.urn.includes(":") ? choice.urn.slice(choice.urn.lastIndexOf(":") + 1) : choice.urn);
    for (const name of [choice.urn, said]) if (!codes.has(name)) codes.set(name, code);
    const label = words.together([words.of(choice.fields, "value"), words.of(choice.fields, "description")], choice.where, ": ");
    const score = worth.scores?.[i];
    return [code, { ...(score === undefined ? {} : { score }), label: label ?? { [words.languages[0]!]: code } }];
  });
  return { options: Object.fromEntries(options), codes };
}
