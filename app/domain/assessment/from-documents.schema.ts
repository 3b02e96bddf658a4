// What may be typed to begin, to open again and to finish answering from documents.
import { z } from "zod";

export const reasonSchema = z.object({ reason: z.string().max(500, "A reason has at most 500 characters.").default("") });

export const finishSchema = z.object({ restNotFound: z.literal("yes").optional() });
