// A document that came in closes the requests it answers: same vendor, same kind, and the same question where one was named.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { closeEvidenceRequest, listOpenRequests } from "./evidence.repo.server.ts";

export async function fulfilRequests(
  tx: Tx,
  grant: Grant,
  document: { vendorId: string; kind: string; evidenceId: string; questionKey?: string | undefined },
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { vendorId, kind, evidenceId, questionKey } = document;
  const open = await listOpenRequests(tx, organisationId, vendorId, [kind]);
  for (const request of open) {
    if (request.questionKey !== null && questionKey !== undefined && request.questionKey !== questionKey) continue;
    await closeEvidenceRequest(tx, organisationId, request.id, { status: "fulfilled", fulfilledById: evidenceId, closedAt: now });
    await recordAuditEvent(tx, grant, { type: "evidence_request.fulfilled", objectId: request.id, vendorId, data: { evidenceId } }, now);
  }
}
