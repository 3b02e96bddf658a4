// What may be typed into the catch-up plan: the weekly number, and a day for each service on the page.
import { z } from "zod";
import { mostPerWeek } from "./catch-up-plan.ts";

const askFor = `Enter a whole number from 1 to ${mostPerWeek}.`;

export const perWeekSchema = z
  .string({ error: askFor })
  .trim()
  .regex(/^\d{1,4}$/, askFor)
  .transform(Number)
  .pipe(z.number().min(1, askFor).max(mostPerWeek, askFor));

/** One entry per row of the page, in the same order: which engagement, the day as it stood in the form, the day as sent. */
const rows = z.array(z.string().max(64)).max(500);

export const catchUpPlanSchema = z.object({
  perWeek: perWeekSchema,
  /** The weekly number the days of the page were spread by; another one spreads anew. */
  shownPerWeek: z.string().max(8).optional(),
  anew: z.literal("yes").optional(),
  engagementId: rows,
  shown: rows,
  startsOn: rows,
});
