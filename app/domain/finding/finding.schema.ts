// Filters of the list of findings and the forms of a finding's page.
import { z } from "zod";
import { closeReasons, findingStatuses, severities } from "./finding-status.ts";

export const findingListRequest = z.object({
  status: z.enum(["open", "all", ...findingStatuses.map((status) => `is-${status}` as const)]).catch("open"),
  severity: z.enum(severities).optional().catch(undefined),
  after: z.string().max(300).optional().catch(undefined),
});
export type FindingListRequest = z.infer<typeof findingListRequest>;

const text = z.string().trim().min(1, "Say what happened.").max(4000, "At most 4,000 characters.");
const optional = z
  .string()
  .trim()
  .max(4000)
  .transform((value) => value || undefined)
  .optional();

export const progressForm = z.object({
  step: z.enum(["", "plan", "report_fix", "reopen"]).default(""),
  text,
  plan: optional,
  dueOn: optional,
  ownerId: optional,
  evidenceId: optional,
});

export const closeFindingForm = z.object({ because: z.enum(closeReasons, "Choose why."), evidenceId: optional, text });
