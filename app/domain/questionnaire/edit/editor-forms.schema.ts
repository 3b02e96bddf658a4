// The forms of the editor as they are sent. What the words mean is decided in the edits; here only their shape and size. Rows of a list
// come as lists of equal length; boxes of rows come as the numbers of the rows that are ticked.
import { z } from "zod";
import { levels } from "#app/domain/risk/risk-levels.ts";
import { categories } from "#app/domain/vendor/categories.ts";
import { columnTypes, languages, questionTypes } from "../questionnaire.ts";
import { beginnings } from "./begin.ts";
import { conditionModes } from "./condition-rows.ts";
import type { HeadInput } from "./head.ts";

const long = z.string().max(6000, "The text is too long.").default("");
const short = z.string().trim().max(300, "This is too long.").default("");
const box = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
const list = z.array(z.string().max(6000, "The text is too long.")).max(400, "There are too many rows.").default([]);
const ticked = z.array(z.string().regex(/^\d{1,3}$/)).default([]);
const codes = z.array(z.string().max(64)).max(200).default([]);
/** The revision of the draft the page showed. */
const revision = z.coerce.number().int().min(0).max(1_000_000);
const choice = z.enum(["", "yes", "no"]).default("");

export const beginFormSchema = z.strictObject({
  start: z.enum(beginnings, "Choose how to begin."),
  title: short,
  language: z.enum(languages).default("en"),
  isBilingual: box,
  base: short,
});

export const aboutFormSchema = z.strictObject({
  revision,
  id: short,
  version: short,
  "title-en": long,
  "title-de": long,
  source: z.enum(languages, "Choose the source language."),
  languages: z.array(z.enum(languages)).default([]),
  categories: z.array(z.enum(categories)).default([]),
  tiers: z.array(z.coerce.number().pipe(z.literal(levels))).default([]),
  sourceName: short,
  license: short,
});

export function headTyped(form: z.infer<typeof aboutFormSchema>): HeadInput {
  const { source, languages: ticks } = form;
  return {
    ...{ id: form.id, version: form.version, title: { en: form["title-en"], de: form["title-de"] } },
    languages: [source, ...languages.filter((language) => language !== source && ticks.includes(language))],
    ...{ categories: form.categories, tiers: form.tiers, sourceName: form.sourceName, license: form.license },
  };
}

export const sectionFormSchema = z.strictObject({ revision, id: short, "title-en": long, "title-de": long, weight: short });

export const newQuestionFormSchema = z.strictObject({
  revision,
  id: short,
  type: z.enum(questionTypes, "Choose how it is answered."),
  "text-en": long,
  "text-de": long,
});

const optionLists = {
  optionId: list,
  optionWas: list,
  optionEn: list,
  optionDe: list,
  optionPercent: list,
  optionComment: ticked,
  optionExclusive: ticked,
};

export const scaleFormSchema = z.strictObject({ revision, id: short, ...optionLists });

export const questionFormSchema = z.strictObject({
  revision,
  id: short,
  type: z.enum(questionTypes),
  "text-en": long,
  "text-de": long,
  "why-en": long,
  "why-de": long,
  "guidance-en": long,
  "guidance-de": long,
  required: choice,
  na: choice,
  scored: z.enum(["", "no"]).default(""),
  weight: short,
  scale: short,
  ...optionLists,
  bandUpTo: list,
  bandPercent: list,
  unit: short,
  min: short,
  max: short,
  maxLength: short,
  isMultiline: box,
  columnId: list,
  columnType: z.array(z.enum(columnTypes)).max(60).default([]),
  columnEn: list,
  columnDe: list,
  columnRequired: ticked,
  maxRows: short,
  kinds: codes,
  evidenceMin: short,
  maxAgeDays: short,
  isProofRequired: box,
  coveredBy: codes,
  isKnockOut: box,
  capScore: short,
  severity: short,
  "finding-en": long,
  "finding-de": long,
  controls: long,
  topics: long,
  isPerVendor: box,
});

export const conditionRowFormSchema = z.strictObject({
  revision,
  subject: z.string().max(80),
  operator: short,
  ticked: codes,
  typed: short,
  isAnswered: choice,
  isNot: box,
  row: short,
});

export const conditionModeFormSchema = z.strictObject({ revision, mode: z.enum(conditionModes) });

export const notesFormSchema = z.strictObject({ revision, noteOf: list, noteEn: list, noteDe: list, carried: ticked });

/** A form of buttons alone. */
export const revisionFormSchema = z.strictObject({ revision });
export const moveFormSchema = z.strictObject({ revision, section: short });
