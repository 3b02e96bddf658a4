// Asks for the successor of a document 45 days before it expires: that document alone, once per document and expiry.
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { openEvidenceRequest } from "../evidence/open-request.step.server.ts";
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
    const { key, kind, dueOn, expiresOn } = action;
    const about = { vendorId: engagement.vendorId, engagementId: engagement.id, assessmentId: null, questionKey: null };
    const request = { ...about, key, kind, reason: "expiring" as const, replacesId: action.evidenceId, dueOn };
    if ((await openEvidenceRequest(tx, grant, portal, request, now)) === undefined) return;
    await mailDocument(tx, grant, portal, { engagementId: engagement.id, kind, on: expiresOn }, { notice: "expires", key }, now);
  });
}
