// A person with the right looked at a document: how, where and which checks are recorded with it, and count from then on.
import { DomainError } from "#app/domain/errors.ts";
import type { Verification } from "#app/domain/evidence/verification.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEvidence } from "./evidence.queries.server.ts";
import { updateEvidence } from "./evidence.repo.server.ts";

export async function verifyEvidence(ctx: PersonContext, evidenceId: string, verification: Verification): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId, withdrawnAt } = await getEvidence(tx, organisationId, evidenceId);
    const grant = authorize(ctx, "evidence.verify", { type: "evidence", organisationId, id: evidenceId, vendorId });
    if (withdrawnAt) throw new DomainError("illegal_transition", "The vendor took this document back.", { state: "withdrawn" });
    await updateEvidence(tx, organisationId, evidenceId, { verdict: "verified", verification, verdictById: personId, verdictAt: ctx.now });
    const { how, page, checks } = verification;
    await recordAuditEvent(tx, grant, { type: "evidence.verified", objectId: evidenceId, vendorId, data: { how, page, checks } }, ctx.now);
  });
}
