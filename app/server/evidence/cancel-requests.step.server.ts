// Takes back what was asked for when an engagement ends: nobody is chased for a document that proves nothing any more.
import { type EngagementStatus, isOver } from "#app/domain/engagement/engagement-status.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { closeEvidenceRequest } from "./evidence.repo.server.ts";
import { listOpenRequestsOfEngagement } from "./evidence-requests.queries.server.ts";

/** While offboarding, what a person asked for by hand stays open: a certificate of destruction is asked for just then. */
export async function cancelRequests(
  tx: Tx,
  grant: Grant,
  engagement: { id: string; vendorId: string; status: EngagementStatus },
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { vendorId, status } = engagement;
  if (status !== "offboarding" && !isOver(status)) return;
  for (const request of await listOpenRequestsOfEngagement(tx, organisationId, engagement)) {
    if (request.reason === "asked" && !isOver(status)) continue;
    await closeEvidenceRequest(tx, organisationId, request.id, { status: "cancelled", closedAt: now });
    const data = { reason: `The engagement is ${status}.` };
    await recordAuditEvent(tx, grant, { type: "evidence_request.cancelled", objectId: request.id, vendorId, data }, now);
  }
}
