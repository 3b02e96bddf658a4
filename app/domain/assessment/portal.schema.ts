// What may be typed at the door, under a submission, and in a message. A form says what is wrong in the words it is given.
import { z } from "zod";

/** `next`: the button for those who begin with a report. */
export const startSchema = (words: { needsName: string; nameTooLong: string }) =>
  z.object({
    name: z.string({ error: words.needsName }).trim().min(1, words.needsName).max(120, words.nameTooLong),
    next: z.literal("reports").optional(),
  });

export const attestationSchema = (words: { nameTooLong: string; roleTooLong: string }) =>
  z.object({ name: z.string().max(120, words.nameTooLong), role: z.string().max(120, words.roleTooLong) });

export const messageSchema = z.object({ text: z.string() });

/** `read`: revision and question of each answer of the list that the vendor has read. */
export const confirmSchema = (words: { nameTooLong: string; roleTooLong: string }) =>
  attestationSchema(words).extend({
    read: z.array(z.string().regex(/^\d{1,9} .{3,200}$/, "This list is not as it was shown.")).default([]),
  });

export const refuseSchema = z.object({ questionKey: z.string().max(200) });
