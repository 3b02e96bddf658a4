// What may be typed when sending, extending, cancelling and replying.
import { z } from "zod";

export const sendSchema = z.object({
  questionnaireIds: z.array(z.string().max(64)).min(1, "Choose at least one questionnaire.").max(20),
  contactId: z.string({ error: "Choose a contact." }).min(1, "Choose a contact.").max(64),
  dueOn: z.string({ error: "Choose a day." }).regex(/^\d{4}-\d{2}-\d{2}$/, "Choose a day after today."),
  /** Of the way without the vendor; it may have been opened and left. */
  reason: z.string().max(500).optional(),
});

/** Beginning without the vendor: the fields of sending stand in the same form and are not looked at. */
export const withoutVendorSchema = sendSchema.extend({
  contactId: z.string().max(64).optional(),
  dueOn: z.string().max(10).optional(),
  reason: z.string().max(500, "Shorten this to 500 characters.").default(""),
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
