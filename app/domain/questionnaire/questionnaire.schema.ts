// The grammar of vrq/1, complete: whatever is not in here is an error (docs: questionnaires, "Grammar"). Cross-references are checked by
// structure.ts and the linter. Every message says what is expected; where it happens is the path of the issue.
import { z } from "zod";
import { levels } from "#app/domain/risk/risk-levels.ts";
import { categories } from "#app/domain/vendor/categories.ts";
import { condSchema } from "./cond.schema.ts";
import { facts } from "./facts.ts";
import { columnTypes, languages, type Questionnaire, questionTypes, severities } from "./questionnaire.ts";

const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "An id starts with a letter and has letters, digits, - and _ only (at most 64).");
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}$/, "A code has letters, digits and _ . + - only (at most 64).");
/** U+0000 and lone surrogates have no place in a database. */
const canBeStored = (words: string) => !words.includes("\0") && words.isWellFormed();
const wording = z
  .string()
  .trim()
  .min(1, "The text is empty.")
  .max(4000, "The text is longer than 4000 characters.")
  .refine(canBeStored, "The text has a character that cannot be stored.");
const text = z.strictObject({ en: wording.optional(), de: wording.optional() });
const kind = z.string().min(1);
const mediaType = z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, "A media type looks like application/pdf.");

const hasFourDecimals = (score: number) => Math.abs(score * 10_000 - Math.round(score * 10_000)) < 1e-9;
const scoreNumber = z
  .number()
  .min(0, "A score is 0 to 1.")
  .max(1, "A score is 0 to 1.")
  .refine(hasFourDecimals, "A score has at most four decimals.");

const option = z.strictObject({
  label: text,
  score: scoreNumber.nullable().optional(),
  require: z.array(z.literal("comment")).min(1).optional(),
  exclusive: z.literal(true).optional(),
  level: z.literal(levels).optional(),
});

const scale = z.record(code, option).superRefine((options, issue) => {
  for (const [name, { score }] of Object.entries(options)) {
    if (name === "declined") issue.addIssue({ code: "custom", path: [name], message: "The code “declined” is reserved." });
    if (name === "na" && score !== null && score !== undefined) {
      issue.addIssue({ code: "custom", path: [name, "score"], message: "“na” means not applicable: its score is null." });
    }
  }
});

const bands = z
  .array(z.strictObject({ upTo: z.number().optional(), score: scoreNumber }))
  .min(1)
  .superRefine((list, issue) => {
    list.forEach(({ upTo }, i) => {
      const isLast = i === list.length - 1;
      const before = list[i - 1]?.upTo;
      const path = [i, "upTo"];
      if (isLast && upTo !== undefined)
        issue.addIssue({ code: "custom", path, message: "The last band has no upTo: it takes all the rest." });
      if (!isLast && upTo === undefined) issue.addIssue({ code: "custom", path: [i], message: "Every band but the last needs upTo." });
      if (upTo !== undefined && before !== undefined && upTo <= before) {
        issue.addIssue({ code: "custom", path, message: "The upTo of bands rises from one to the next." });
      }
    });
  });

const evidence = z.strictObject({
  when: condSchema.optional(),
  kinds: z.array(kind).min(1),
  min: z.int().min(1).max(20).optional(),
  maxAgeDays: z.int().min(1).max(36_500).optional(),
  accept: z.array(mediaType).min(1).optional(),
  proof: z.literal("required").optional(),
  coveredBy: z.array(kind).min(1).optional(),
});

const column = z.strictObject({ id, type: z.enum(columnTypes), required: z.boolean().optional(), label: text.optional() });

const onFail = z.strictObject({
  capScore: z.int().min(0).max(79, "A cap is 0 to 79 percent.").optional(),
  finding: z.strictObject({ severity: z.enum(severities), title: text }).optional(),
});

const weight = z.int("A weight is a whole number.").min(1, "A weight is 1 to 1000.").max(1000, "A weight is 1 to 1000.");

const question = z.strictObject({
  id,
  type: z.enum(questionTypes),
  text,
  why: text.optional(),
  guidance: text.optional(),
  when: condSchema.optional(),
  weight: weight.optional(),
  scored: z.boolean().optional(),
  required: z.boolean().optional(),
  na: z.boolean().optional(),
  scale: id.optional(),
  options: scale.optional(),
  bands: bands.optional(),
  unit: z.string().min(1).max(40).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.int().min(1).max(65_536).optional(),
  multiline: z.literal(true).optional(),
  columns: z.array(column).min(1).max(50).optional(),
  maxRows: z.int().min(1).max(10_000).optional(),
  criticality: z.literal("blocker").optional(),
  onFail: onFail.optional(),
  evidence: evidence.optional(),
  kinds: z.array(kind).min(1).optional(),
  accept: z.array(mediaType).min(1).optional(),
  controls: z.array(z.string().regex(/^[^#\s]+#\S+$/, "A control is written framework-edition#id.")).optional(),
  topics: z.array(z.string().min(1)).optional(),
  sameAs: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]*#[A-Za-z][A-Za-z0-9_-]*$/, "sameAs is written questionnaire#question.")
    .optional(),
  askedPer: z.literal("vendor").optional(),
  fact: z.enum(facts).optional(),
  preset: z.strictObject(Object.fromEntries(categories.map((category) => [category, code.optional()]))).optional(),
});

/** A file, its lists at least so long: a draft may have sections without questions, and none yet. */
const fileWith = (fewest: 0 | 1) =>
  z.strictObject({
    format: z.literal("vrq/1", "The format is vrq/1."),
    id,
    version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, "A version is three numbers, for example 1.0.0 (quote it)."),
    audience: z.enum(["vendor", "internal"]),
    title: text,
    languages: z
      .array(z.enum(languages))
      .min(1)
      .refine((list) => new Set(list).size === list.length, "A language is named twice."),
    appliesTo: z
      .strictObject({ categories: z.array(z.enum(categories)).min(1).optional(), tiers: z.array(z.literal(levels)).min(1).optional() })
      .optional(),
    source: z.strictObject({ name: wording, license: wording }),
    scales: z.record(id, scale).optional(),
    conflicts: z.array(z.strictObject({ when: condSchema, text })).optional(),
    changes: z.record(id, z.strictObject({ carry: z.boolean(), note: text })).optional(),
    sections: z
      .array(
        z.strictObject({
          id,
          title: text,
          weight,
          when: condSchema.optional(),
          questions: z.array(question).min(fewest, "A section has at least one question."),
        }),
      )
      .min(fewest, "A questionnaire has at least one section."),
  });

/** A whole file. The source language of every text is checked by `missingSourceTexts`, because it depends on `languages`. */
export const questionnaireSchema = fileWith(1) satisfies z.ZodType<Questionnaire>;

/** A file that is being written. */
export const unfinishedSchema = fileWith(0) satisfies z.ZodType<Questionnaire>;
