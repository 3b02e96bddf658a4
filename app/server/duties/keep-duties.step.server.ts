// Brings the duties of one engagement in line with what its current reports expect. What was done stays done while a report still says it.
import { dutyDueOn } from "#app/domain/duty/duty.ts";
import { reconcile, type WantedDuty } from "#app/domain/evidence/worksheets/consequences.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { listDutiesOfFamily } from "./duties.queries.server.ts";
import { insertDuty, updateDuty } from "./duties.repo.server.ts";

export interface FollowedEngagement {
  vendorId: string;
  engagementId: string;
  family: string;
  /** Who gets what is new. */
  ownerId: string | null;
  today: Day;
}

export async function keepDuties(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  about: FollowedEngagement,
  wanted: readonly WantedDuty[],
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { vendorId, engagementId, family, ownerId, today } = about;
  const stored = await listDutiesOfFamily(tx, organisationId, engagementId, family);
  const rows = stored.map((row) => ({ ...row, isWithdrawn: row.withdrawnAt !== null }));
  const { added, kept, withdrawn } = reconcile(wanted, rows);
  const dueOn = dutyDueOn(today);
  const opened = (id: string, evidenceId: string) => {
    const data = { engagementId, evidenceId, dueOn };
    return recordAuditEvent(tx, grant, { type: "duty.opened", objectId: id, vendorId, data }, now);
  };
  for (const { key, evidenceId, text, page } of added) {
    const id = portal.ids.next("duty", now);
    const about = { id, organisationId, vendorId, engagementId, family, key, evidenceId, page, text };
    await insertDuty(tx, { ...about, ownerId, dueOn, openedAt: now, doneAt: null, doneById: null, note: "", withdrawnAt: null });
    await opened(id, evidenceId);
  }
  for (const { stored: row, wanted: said } of kept) {
    const { evidenceId, text, page } = said;
    if (row.isWithdrawn) {
      await updateDuty(tx, organisationId, row.id, { evidenceId, text, page, withdrawnAt: null, ...(row.doneAt ? {} : { dueOn }) });
      await opened(row.id, evidenceId);
    } else if (row.evidenceId !== evidenceId || row.text !== text || row.page !== page) {
      await updateDuty(tx, organisationId, row.id, { evidenceId, text, page });
    }
  }
  for (const { id } of withdrawn) {
    await updateDuty(tx, organisationId, id, { withdrawnAt: now });
    await recordAuditEvent(tx, grant, { type: "duty.withdrawn", objectId: id, vendorId, data: { engagementId } }, now);
  }
}
