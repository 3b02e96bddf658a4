// The finding behind a risk acceptance: "risk accepted" while it is in force, open again when it ends. The finding itself stays.

import { and, eq } from "drizzle-orm";
import { type FindingStatus, findingLifeCycle } from "#app/domain/finding/finding-status.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";

/** A finding the verb does not apply to, such as a closed one, stays as it is. */
export async function acceptFindingRisk(
  tx: Tx,
  grant: Grant,
  findingId: string,
  verb: "accept_risk" | "end_acceptance",
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { findings: t } = tx.t;
  const isIt = and(eq(t.organisationId, organisationId), eq(t.id, findingId));
  const [row] = await tx.db.select({ status: t.status, vendorId: t.vendorId }).from(t).where(isIt).limit(1);
  if (!row) return;
  const from = row.status as FindingStatus;
  const to = findingLifeCycle[verb][from];
  if (to === undefined || to === from) return;
  await tx.db.update(t).set({ status: to }).where(isIt);
  const { vendorId } = row;
  const event =
    verb === "accept_risk"
      ? ({ type: "finding.progressed", objectId: findingId, vendorId, data: { from, to, evidenceId: null } } as const)
      : ({ type: "finding.reopened", objectId: findingId, vendorId, data: { from, reason: "the risk acceptance ended" } } as const);
  await recordAuditEvent(tx, grant, event, now);
}
