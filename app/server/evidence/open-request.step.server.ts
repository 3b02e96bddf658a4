// Asks for one document: promised by the vendor, missing under a knock-out, about to expire, or wanted by an officer. Once per key.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { insertEvidenceRequest } from "./evidence.repo.server.ts";
import type { EvidenceRequestRow } from "./evidence-requests.queries.server.ts";

export interface NewEvidenceRequest {
  /** The same need has the same key. */
  key: string;
  vendorId: string;
  engagementId: string | null;
  assessmentId: string | null;
  questionKey: string | null;
  kind: string;
  reason: EvidenceRequestRow["reason"];
  /** The document it is to replace. */
  replacesId?: string;
  dueOn: Day;
}

/** The request's id, or undefined when it was asked for before. */
export async function openEvidenceRequest(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  request: NewEvidenceRequest,
  now: Date,
): Promise<string | undefined> {
  const { organisationId } = grant;
  const id = portal.ids.next("evidenceRequest", now);
  const { vendorId, kind, reason, dueOn, questionKey } = request;
  const row = { ...request, id, organisationId, replacesId: request.replacesId ?? null, status: "open" as const, openedAt: now };
  if (!(await insertEvidenceRequest(tx, row))) return undefined;
  const data = { kind, because: reason, dueOn, questionKey };
  await recordAuditEvent(tx, grant, { type: "evidence_request.opened", objectId: id, vendorId, data }, now);
  return id;
}
