// Ends an assessment before its decision: cancelled by us, or closed because no answer came. Its links end with it.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { Context } from "../../platform/context.server.ts";
import { refreshVendorSummary } from "../../vendors/refresh-vendor-summary.step.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { revokeAllLinks } from "../links.repo.server.ts";

export interface CancelAssessmentInput {
  assessmentId: string;
  how: "cancel" | "close_unanswered";
  reason: string;
}

export async function cancelAssessment(ctx: Context, input: CancelAssessmentInput): Promise<void> {
  const { organisationId } = ctx.actor;
  const { now } = ctx;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, input.assessmentId);
    const grant = authorize(ctx, "assessment.cancel", guardedAssessment(assessment));
    const { id, vendorId } = assessment;
    const from = assessment.status as AssessmentStatus;
    const reason = input.reason.trim();
    const status = transition(from, input.how);
    if (reason === "") throw new DomainError("invalid", "Say why; it is kept in the log.", { fields: { reason: "Say why." } });
    await updateAssessment(tx, organisationId, id, { status, statusAt: now });
    const type = input.how === "cancel" ? "assessment.cancelled" : "assessment.closed_unanswered";
    await recordAuditEvent(tx, grant, { type, objectId: id, vendorId, data: { from, reason } }, now);
    for (const linkId of await revokeAllLinks(tx, organisationId, id, now)) {
      await recordAuditEvent(tx, grant, { type: "link.revoked", objectId: linkId, vendorId, data: { assessmentId: id } }, now);
    }
    await refreshVendorSummary(tx, organisationId, vendorId, now);
  });
}
