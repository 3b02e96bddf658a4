// A document that does not prove what it should: it counts as attested only, and the reason is kept. What it does not cover becomes a
// finding where its worksheet says so.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEvidence } from "./evidence.queries.server.ts";
import { updateEvidence } from "./evidence.repo.server.ts";
import { followDocuments } from "./follow-documents.step.server.ts";

export async function rejectEvidence(ctx: PersonContext, evidenceId: string, reason: string): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const row = await getEvidence(tx, organisationId, evidenceId);
    const { vendorId } = row;
    const grant = authorize(ctx, "evidence.verify", { type: "evidence", organisationId, id: evidenceId, vendorId });
    if (reason.trim() === "") throw new DomainError("invalid", "Say why the document is rejected.", { fields: { reason: "Say why." } });
    const verification = { how: "document", page: "", checks: [], note: reason };
    await updateEvidence(tx, organisationId, evidenceId, { verdict: "rejected", verification, verdictById: personId, verdictAt: ctx.now });
    await recordAuditEvent(tx, grant, { type: "evidence.rejected", objectId: evidenceId, vendorId, data: { reason } }, ctx.now);
    await followDocuments(tx, grant, ctx.portal, row, ctx.now);
  });
}
