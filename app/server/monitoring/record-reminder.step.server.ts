// Writes a reminder under its key and records it, once. Whoever gets false does nothing more: another process or tick was there before.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { insertReminder } from "./reminders.repo.server.ts";

export interface NewReminder {
  key: string;
  /** What it is about and how near, such as `review.7_days`. */
  kind: string;
  vendorId: string;
  engagementId: string | null;
  assessmentId?: string | null;
  /** Assessment, request, acceptance or engagement the day belongs to. */
  subjectId: string;
  dueOn: string;
}

/** True when it is new. `isSilent`: it only notes that something was done, which records its own event. */
export async function recordReminder(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  reminder: NewReminder,
  now: Date,
  isSilent = false,
): Promise<boolean> {
  const id = portal.ids.next("reminder", now);
  const row = { ...reminder, id, organisationId: grant.organisationId, assessmentId: reminder.assessmentId ?? null, createdAt: now };
  if (!(await insertReminder(tx, row))) return false;
  const { key, kind, dueOn, vendorId } = reminder;
  if (!isSilent) await recordAuditEvent(tx, grant, { type: "reminder.queued", objectId: id, vendorId, data: { key, kind, dueOn } }, now);
  return true;
}
