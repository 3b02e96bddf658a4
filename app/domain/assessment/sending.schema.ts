// What may be typed when sending, extending, cancelling and replying.
import { z } from "zod";

export const sendSchema = z.object({
  questionnaireIds: z.array(z.string().max(64)).min(1, "Choose at least one questionnaire.").max(20),
  contactId: z.string({ error: "Choose a contact." }).min(1, "Choose a contact.").max(64),
  dueOn: z.string({ error: "Choose a day." }).regex(/^\d{4}-\d{2}-\d{2}$/, "Choose a day after today."),
});

export const linkSchema = z.object({ linkId: z.string().max(64) });

export const extendSchema = z.object({
  dueOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Choose a day after today."),
  reason: z.string().trim().min(1, "Say why; it is kept in the log.").max(1000),
});

export const cancelSchema = z.object({
  how: z.enum(["cancel", "close_unanswered"]),
  reason: z.string().trim().min(1, "Say why; it is kept in the log.").max(1000),
});

export const replySchema = z.object({ questionKey: z.string().max(200), text: z.string().max(4000) });

export const remindSchema = z.object({ assessmentId: z.string().max(64) });
