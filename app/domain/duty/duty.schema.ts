// The form that ticks a duty off, or opens it again.
import { z } from "zod";

export const dutyForm = z.object({
  dutyId: z.string().min(1).max(64),
  note: z.string().trim().max(2000, "At most 2,000 characters.").default(""),
});
