// Opens answers from documents again: one was read wrongly, or a determination opened questions nobody had looked for. Determinations of
// answers that stay as they are stay, too.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { refreshVendorSummary } from "../../vendors/refresh-vendor-summary.step.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";

/** Throws illegal_transition for an assessment the vendor answered, invalid without a reason. */
export async function answerAgain(ctx: PersonContext, assessmentId: string, reason: string): Promise<void> {
  const { organisationId } = ctx.actor;
  const { now } = ctx;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.give_from_documents", guardedAssessment(assessment));
    const { vendorId } = assessment;
    const from = assessment.status as AssessmentStatus;
    if (assessment.method !== "from_documents")
      throw new DomainError("illegal_transition", "The vendor answered this itself; its answers cannot be opened again.", { state: from });
    const status = transition(from, "answer_again");
    if (reason.trim() === "") throw new DomainError("invalid", "Say why.", { fields: { reason: "Say why." } });
    await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, submittedAt: null });
    const data = { from, reason: reason.trim() };
    await recordAuditEvent(tx, grant, { type: "assessment.answering_reopened", objectId: assessmentId, vendorId, data }, now);
    await refreshVendorSummary(tx, organisationId, vendorId, now);
  });
}
