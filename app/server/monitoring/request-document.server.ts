// Asks for the successor of a document 45 days before it expires: that document alone, once per document and expiry.
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { insertEvidenceRequest } from "../evidence/evidence.repo.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { mailDocument } from "./mail-document.step.server.ts";
import { getDueSubject } from "./subject.queries.server.ts";

export async function requestDocument(ctx: Context, action: Extract<DueAction, { do: "request_document" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "evidence.request_due");
    const { engagement } = await getDueSubject(tx, organisationId, action.engagementId);
    const { vendorId } = engagement;
    const { key, kind, dueOn, expiresOn } = action;
    const id = portal.ids.next("evidenceRequest", now);
    const isNew = await insertEvidenceRequest(tx, {
      id,
      organisationId,
      key,
      vendorId,
      engagementId: engagement.id,
      assessmentId: null,
      questionKey: null,
      kind,
      reason: "expiring",
      replacesId: action.evidenceId,
      dueOn,
      status: "open",
      fulfilledById: null,
      openedAt: now,
      closedAt: null,
    });
    if (!isNew) return;
    const data = { kind, because: "expiring", dueOn, questionKey: null };
    await recordAuditEvent(tx, grant, { type: "evidence_request.opened", objectId: id, vendorId, data }, now);
    await mailDocument(tx, grant, portal, { engagementId: engagement.id, kind, on: expiresOn }, { notice: "expires", key }, now);
  });
}
