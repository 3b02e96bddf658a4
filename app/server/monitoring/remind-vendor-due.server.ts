// Reminds a vendor of its own due day by mail, with a fresh link, while it is the vendor's turn.
import { type AssessmentStatus, turnOf } from "#app/domain/assessment/assessment-status.ts";
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { getAssessment } from "../assessments/assessments.queries.server.ts";
import { mailVendor } from "../assessments/sending/mail-vendor.step.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";

export async function remindVendorDue(ctx: Context, action: Extract<DueAction, { do: "remind_vendor" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "reminder.queue");
    const assessment = await getAssessment(tx, organisationId, action.assessmentId);
    const { id: assessmentId, vendorId, engagementId } = assessment;
    if (turnOf[assessment.status as AssessmentStatus] !== "vendor" || assessment.dueOn !== action.dueOn) return;
    const { key, dueOn, step } = action;
    const reminder = { key, kind: `vendor.${step}`, vendorId, engagementId, assessmentId, subjectId: assessmentId, dueOn };
    if (!(await recordReminder(tx, grant, portal, reminder, now, !action.isSent)) || !action.isSent) return;
    await mailVendor(tx, grant, portal, assessment, { kind: "reminder", key }, now);
  });
}
