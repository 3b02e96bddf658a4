// The forms that tick a duty off or open it again, and that hand it over.
import { z } from "zod";

export const dutyForm = z.object({
  dutyId: z.string().min(1).max(64),
  note: z.string().trim().max(2000, "At most 2,000 characters.").default(""),
});

export const handOverForm = z.object({
  dutyId: z.string().min(1).max(64),
  ownerId: z.string().min(1, "Choose who takes it over.").max(64),
});
