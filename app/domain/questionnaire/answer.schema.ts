// The answer file: facts, answers and accepted risks, as `score`, `questionnaires preview` and the journey take them
// (docs: scoring, "Command line"). Unknown keys are errors. Whether a value fits its question is checked by check-answer.ts.
import { z } from "zod";
import { evidenceStates } from "#app/domain/evidence/evidence-states.ts";
import { isDay } from "#app/domain/monitoring/calendar-days.ts";
import { integrations, regions } from "#app/domain/risk/facts.ts";
import { levels } from "#app/domain/risk/risk-levels.ts";
import { categories } from "#app/domain/vendor/categories.ts";
import type { AnswerValue } from "./answer.ts";

const isValue = (value: unknown): boolean =>
  value === null ||
  typeof value === "boolean" ||
  typeof value === "string" ||
  (typeof value === "number" && Number.isFinite(value)) ||
  Array.isArray(value);

const value = z.custom<AnswerValue>(isValue, "The value is true, false, a number, a text or a list.");

const determination = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("accepted"), reason: z.string().optional() }),
  z.strictObject({ is: z.literal("rejected"), reason: z.string().optional() }),
  z.strictObject({ is: z.literal("clarify"), reason: z.string().optional() }),
  z.strictObject({ is: z.literal("adjusted"), value, reason: z.string().optional() }),
]);

export const answerSchema = z.strictObject({
  value: value.optional(),
  reason: z.string().optional(),
  comment: z.string().optional(),
  evidence: z.enum(evidenceStates).optional(),
  naAccepted: z.boolean().optional(),
  determination: determination.optional(),
});

const level = z.literal(levels).optional();

export const knownFactsSchema = z.strictObject({
  tier: level,
  category: z.enum(categories).optional(),
  personal_data: level,
  card: level,
  access: level,
  money: level,
  dependency: level,
  integration: z.array(z.enum(integrations)).optional(),
  hosts_production: z.boolean().optional(),
  region: z.array(z.enum(regions)).optional(),
});

const day = z.string().refine(isDay, "Not a calendar day, written YYYY-MM-DD.");

export const answerFileSchema = z.strictObject({
  as: day.optional(),
  facts: knownFactsSchema.default({}),
  answers: z.record(z.string(), answerSchema),
  riskAccepted: z.array(z.string()).optional(),
});

export type AnswerFile = z.infer<typeof answerFileSchema>;

/** The answer file of a journey: `files` beside a value names the evidence to upload, by path. */
export const journeyAnswerFileSchema = answerFileSchema.extend({
  answers: z.record(z.string(), answerSchema.extend({ files: z.array(z.string().min(1)).optional() })),
});

export type JourneyAnswerFile = z.infer<typeof journeyAnswerFileSchema>;
