// The vendor takes a document back before submitting. The row and its bytes stay until retention ends; it just counts no more,
// and answers that rested on it alone are open again.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { findAssessment } from "../assessments/assessments.queries.server.ts";
import { markFilesChanged } from "../assessments/portal/mark-files-changed.step.server.ts";
import { unsetCovered } from "../assessments/portal/unset-covered.step.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { refusal } from "../platform/refusal.server.ts";
import type { VendorContext } from "../platform/request-context.server.ts";
import { getEvidenceFor } from "./evidence.queries.server.ts";
import { detachEvidence, updateEvidence } from "./evidence.repo.server.ts";
import { followDocuments } from "./follow-documents.step.server.ts";

/** A document carried over from an earlier assessment is only taken off this one. */
export async function withdrawEvidence(ctx: VendorContext, evidenceId: string): Promise<void> {
  const { organisationId, assessmentId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const row = await getEvidenceFor(tx, ctx, evidenceId);
    const { vendorId } = row;
    const grant = authorize(ctx, "evidence.withdraw", { type: "evidence", organisationId, id: evidenceId, vendorId, assessmentId });
    const assessment = await findAssessment(tx, organisationId, assessmentId);
    const status = assessment?.status as AssessmentStatus;
    if (!takesAnswers(status)) throw refusal("illegal_transition", ({ refusals }) => refusals.documentsStay, { state: status });
    await detachEvidence(tx, organisationId, evidenceId, assessmentId, ctx.now);
    if (row.assessmentId === assessmentId) await updateEvidence(tx, organisationId, evidenceId, { withdrawnAt: ctx.now });
    if (assessment) await unsetCovered(tx, grant, assessment, { evidenceId, givenBy: ctx.actor.name }, ctx.now);
    await markFilesChanged(tx, grant, ctx.portal, assessmentId, ctx.now);
    await recordAuditEvent(tx, grant, { type: "evidence.withdrawn", objectId: evidenceId, vendorId, data: {} }, ctx.now);
    await followDocuments(tx, grant, ctx.portal, row, ctx.now);
  });
}
