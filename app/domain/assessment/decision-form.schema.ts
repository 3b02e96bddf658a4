// The forms of the Decide page, read at the edge.
import { z } from "zod";
import { riskBands } from "#app/domain/risk/risk-levels.ts";
import { type Condition, conditionTimes, outcomes } from "./decision-outcomes.ts";

const longText = z.string().trim().max(8000, "Keep it below 8,000 characters.");
const shortText = z.string().trim().max(2000, "Keep it below 2,000 characters.");
const optionalDay = z.string().trim().max(10).optional();

export const decisionFormSchema = z.object({
  outcome: z.enum(outcomes, { error: "Choose an outcome." }),
  rationale: longText,
  residual: z.enum(riskBands).optional(),
  residualReason: shortText.optional(),
  nextReviewOn: optionalDay,
  conditionText: z.array(shortText).max(10),
  conditionWhen: z.array(z.enum(conditionTimes)).max(10),
  conditionDue: z.array(z.string().trim().max(10)).max(10),
});

/** Lines in which nothing was written are no conditions. */
export function conditionsOf(
  form: Pick<z.infer<typeof decisionFormSchema>, "conditionText" | "conditionWhen" | "conditionDue">,
): Condition[] {
  return form.conditionText.flatMap((text, index) => {
    const dueOn = form.conditionDue[index] || null;
    return text === "" && dueOn === null ? [] : [{ text, when: form.conditionWhen[index] ?? "before_go_live", dueOn }];
  });
}

export const acceptanceFormSchema = z.object({
  subject: z.string().min(1).max(300),
  reason: shortText,
  expiresOn: z.string().trim().max(10),
});

/** On a finding's page: a further acceptance of its risk. */
export const renewalFormSchema = acceptanceFormSchema.extend({ assessmentId: z.string().min(1).max(64) });

export const acceptanceIdSchema = z.object({ riskAcceptanceId: z.string().max(64) });
export const acceptanceWithdrawSchema = z.object({ riskAcceptanceId: z.string().max(64), reason: shortText });
export const decisionIdSchema = z.object({ decisionId: z.string().max(64) });
export const decisionWithdrawSchema = z.object({ decisionId: z.string().max(64), reason: shortText });
export const conditionIdSchema = z.object({ conditionId: z.string().max(64) });
