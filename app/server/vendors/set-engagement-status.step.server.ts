// Moves an engagement along its life cycle and records it; a verb that leaves it where it is records nothing.
import { type EngagementStatus, type EngagementVerb, statusAfter } from "#app/domain/engagement/engagement-status.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { cancelRequests } from "../evidence/cancel-requests.step.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { EngagementRow } from "./engagements.queries.server.ts";
import { updateEngagement } from "./engagements.repo.server.ts";

/** Throws illegal_transition with the current state. The caller refreshes the vendor's summary. */
export async function setEngagementStatus(
  tx: Tx,
  grant: Grant,
  engagement: EngagementRow,
  verb: EngagementVerb,
  reason: string,
  now: Date,
): Promise<void> {
  const from = engagement.status as EngagementStatus;
  const to = statusAfter(from, verb, engagement.decidedAt !== null);
  if (to === from) return;
  await updateEngagement(tx, grant.organisationId, engagement.id, { status: to, statusAt: now, updatedAt: now });
  const event = {
    type: "engagement.status_changed",
    objectId: engagement.id,
    vendorId: engagement.vendorId,
    data: { from, to, verb, reason },
  } as const;
  await recordAuditEvent(tx, grant, event, now);
  await cancelRequests(tx, grant, { id: engagement.id, vendorId: engagement.vendorId, status: to }, now);
}

/** Somebody filled in the inherent risk of a service that was only asked for. The caller refreshes the vendor's summary. */
export async function screenRequested(tx: Tx, grant: Grant, engagement: EngagementRow, now: Date): Promise<void> {
  if (engagement.status === "requested") await setEngagementStatus(tx, grant, engagement, "screen", "inherent risk filled in", now);
}
