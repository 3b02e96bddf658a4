// What may be typed at the door, under a submission, and in a message.
import { z } from "zod";

const name = z.string({ error: "Type your name." }).trim().min(1, "Type your name, so that your colleagues see who answered.");

/** `next`: the button for those who begin with a report. */
export const startSchema = z.object({ name: name.max(120, "A name has at most 120 characters."), next: z.literal("reports").optional() });

export const attestationSchema = z.object({
  name: z.string().max(120, "A name has at most 120 characters."),
  role: z.string().max(120, "A role has at most 120 characters."),
});

export const messageSchema = z.object({ text: z.string() });

/** `read`: revision and question of each answer of the list that the vendor has read. */
export const confirmSchema = attestationSchema.extend({
  read: z.array(z.string().regex(/^\d{1,9} .{3,200}$/, "This list is not as it was shown.")).default([]),
});

export const refuseSchema = z.object({ questionKey: z.string().max(200) });
