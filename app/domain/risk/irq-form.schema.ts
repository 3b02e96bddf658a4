// The inherent-risk questions as fields of a form. Which there are is said by the questionnaire in force, so the schema is made from it;
// whether a value is an answer is decided by `irqProblems`.
import { z } from "zod";
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import { irqField } from "./irq-answers.ts";

const one = z.string().max(200, "This answer is too long.").optional();
const many = z.array(z.string().max(200)).max(50);

/** The schema with a field per question on top; they are read by `irqAnswersFrom`, so its type stays what it was. */
export function withIrqFields<S extends z.ZodObject>(schema: S, questions: readonly Pick<Question, "id" | "type">[]): S {
  const fields = Object.fromEntries(questions.map(({ id, type }) => [irqField(id), type === "multichoice" ? many : one]));
  return schema.extend(fields) as unknown as S;
}

/** The questions alone. */
export const irqAnswersSchema = (questions: readonly Pick<Question, "id" | "type">[]) => withIrqFields(z.object({}), questions);
