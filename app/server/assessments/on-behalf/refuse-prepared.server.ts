// The vendor says that something we filled in for it is not right: it is gone, and the question is its own again.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { submitted } from "../portal/save-answer.server.ts";
import { deletePrepared, listPrepared } from "./prepared-answers.repo.server.ts";

/** Refusing what is gone already changes nothing. */
export async function refusePrepared(ctx: VendorContext, questionKey: string): Promise<void> {
  const { organisationId, assessmentId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.confirm", guardedAssessment(assessment));
    if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
    const known = await listPrepared(tx, organisationId, assessmentId);
    if (!known.some((row) => row.questionKey === questionKey)) return;
    await deletePrepared(tx, organisationId, assessmentId, questionKey);
    const data = { questionKeys: [questionKey] };
    const { vendorId } = assessment;
    await recordAuditEvent(tx, grant, { type: "answers.refused", objectId: assessmentId, vendorId, data }, now);
  });
}
