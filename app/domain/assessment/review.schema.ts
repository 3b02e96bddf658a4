// The forms of the review screen and of a document's page.
import { z } from "zod";
import { verificationWays } from "../evidence/verification.ts";
import { severities } from "../finding/finding-status.ts";
import { verdicts } from "./determinations.ts";

const note = z.string().trim().max(4000, "At most 4,000 characters.");

export const determinationForm = z.object({
  questionKey: z.string().min(1),
  verdict: z.enum(verdicts, "Choose one: accepted, adjusted, needs clarification or rejected."),
  value: z.array(z.string()),
  reason: note.default(""),
  note: note.default(""),
});

export const sectionForm = z.object({ section: z.string().min(1) });
export const clarificationsForm = z.object({ dueOn: z.string() });
export const closeForm = z.object({});
export const reopenForm = z.object({ reason: note });
export const findingForm = z.object({
  questionKey: z.string().min(1),
  severity: z.enum(severities, "Choose how severe it is."),
  title: z.string().trim().min(1, "Say what is wrong.").max(300, "At most 300 characters."),
});

export const verifyForm = z.object({
  evidenceId: z.string().min(1),
  how: z.enum(verificationWays, "Choose how you verified it."),
  page: z.string().trim().max(200).default(""),
  checks: z.array(z.string()),
  note: note.default(""),
});
export const rejectForm = z.object({ evidenceId: z.string().min(1), reason: note });
export const correctForm = z.object({
  evidenceId: z.string().min(1),
  kind: z.string(),
  startsOn: z.string().default(""),
  statedExpiryOn: z.string().default(""),
});
/** What stands beside the fields of the worksheet itself. */
export const worksheetForm = z.object({
  evidenceId: z.string().min(1),
  baseRevision: z.coerce.number().int().min(0),
  checks: z.array(z.string()),
  note: note.default(""),
});
