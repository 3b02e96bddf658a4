// Opens a closed review again, as long as nobody signed a decision on it. Stored results stay; closing it again writes a new one.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { findDecisionOf } from "../../decisions/decisions.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";

export async function reopenReview(ctx: PersonContext, assessmentId: string, reason: string): Promise<void> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "review.close", guardedAssessment(assessment));
    if (reason.trim() === "") throw new DomainError("invalid", "Say why the review is opened again.", { fields: { reason: "Say why." } });
    const status = transition(assessment.status as AssessmentStatus, "reopen_review");
    const signed = await findDecisionOf(tx, organisationId, assessmentId);
    if (signed) throw new DomainError("conflict", "A decision was signed on this review. Withdraw it first.", { decisionId: signed.id });
    await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, reviewClosedAt: null, reviewClosedById: null });
    const { vendorId } = assessment;
    await recordAuditEvent(tx, grant, { type: "review.reopened", objectId: assessmentId, vendorId, data: { reason } }, now);
  });
}
