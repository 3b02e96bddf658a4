// The inherent-risk questions as fields of a form. Which there are is said by the questionnaire in force, so the schema is made from it;
// whether a value is an answer is decided by `irqProblems`.
import { z } from "zod";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { irqField } from "./irq-answers.ts";

const one = z.string().max(200, "This answer is too long.").optional();
const many = z.array(z.string().max(200)).max(50);

/** Extends another form's schema: `someSchema.extend(irqFields(questions))`. */
export function irqFields(questions: readonly Question[]): Record<string, z.ZodType> {
  return Object.fromEntries(questions.map(({ id, type }) => [irqField(id), type === "multichoice" ? many : one]));
}
