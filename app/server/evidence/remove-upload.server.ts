// Takes a document back whose form turned out to be broken after the file: row withdrawn, use ended. The bytes go with retention.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext, VendorContext } from "../platform/request-context.server.ts";
import { getEvidence } from "./evidence.queries.server.ts";
import { detachEvidence, updateEvidence } from "./evidence.repo.server.ts";

export async function removeUpload(ctx: VendorContext | PersonContext, evidenceId: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId, assessmentId } = await getEvidence(tx, organisationId, evidenceId);
    const object = { type: "evidence", organisationId, id: evidenceId, vendorId, assessmentId: assessmentId ?? undefined };
    const grant = authorize(ctx, "evidence.upload", object);
    if (assessmentId) await detachEvidence(tx, organisationId, evidenceId, assessmentId, ctx.now);
    await updateEvidence(tx, organisationId, evidenceId, { withdrawnAt: ctx.now });
    await recordAuditEvent(tx, grant, { type: "evidence.withdrawn", objectId: evidenceId, vendorId, data: {} }, ctx.now);
  });
}
