// Which kept mail is to be opened.
import { z } from "zod";

export const readMailSchema = z.object({ mailId: z.string().max(64) });
