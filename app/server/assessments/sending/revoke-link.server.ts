// Revokes a link; every browser that came in through it is signed out with its next click.
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { Context } from "../../platform/context.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { findLink, revokeLinkRow } from "../links.repo.server.ts";

export async function revokeLink(ctx: Context, linkId: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const link = await findLink(tx, organisationId, linkId);
    if (!link) throw unknownObject();
    const assessment = await getAssessment(tx, organisationId, link.assessmentId);
    const grant = authorize(ctx, "link.revoke", guardedAssessment(assessment));
    if (!(await revokeLinkRow(tx, organisationId, linkId, ctx.now))) {
      throw new DomainError("illegal_transition", "This link is revoked already.", { state: "revoked" });
    }
    const { vendorId, assessmentId } = link;
    await recordAuditEvent(tx, grant, { type: "link.revoked", objectId: linkId, vendorId, data: { assessmentId } }, ctx.now);
  });
}
