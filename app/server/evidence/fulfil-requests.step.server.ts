// A document that came in closes the requests it answers: same vendor, same kind, and the same question where one was named.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { closeEvidenceRequest } from "./evidence.repo.server.ts";
import { listOpenRequests } from "./evidence-requests.queries.server.ts";

export interface FittingDocument {
  vendorId: string;
  kind: string;
  evidenceId: string;
  /** Where it was attached, and which kinds prove an answer there: any of them answers a request for that question. */
  questionKey?: string | undefined;
  proves?: readonly string[] | undefined;
}

export async function fulfilRequests(tx: Tx, grant: Grant, document: FittingDocument, now: Date): Promise<void> {
  const { organisationId } = grant;
  const { vendorId, kind, evidenceId, questionKey, proves = [] } = document;
  for (const request of await listOpenRequests(tx, organisationId, vendorId, [kind, ...proves])) {
    const isOfQuestion = request.questionKey !== null && request.questionKey === questionKey && proves.includes(kind);
    const isOfKind = request.kind === kind && (request.questionKey === null || questionKey === undefined);
    if (!isOfQuestion && !isOfKind) continue;
    await closeEvidenceRequest(tx, organisationId, request.id, { status: "fulfilled", fulfilledById: evidenceId, closedAt: now });
    await recordAuditEvent(tx, grant, { type: "evidence_request.fulfilled", objectId: request.id, vendorId, data: { evidenceId } }, now);
  }
}
