// Reminds our people of a review's due day: owner and compliance, two weeks after it the approvers, too.
import { daysBetween } from "#app/domain/monitoring/calendar-days.ts";
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { notices } from "#app/i18n/en/notices.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import { mailStaff } from "./mail-staff.step.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";
import { getDueSubject, noticeFacts } from "./subject.queries.server.ts";

/** Steps missed during downtime are noted without a mail. */
export async function remindReview(ctx: Context, action: Extract<DueAction, { do: "remind_review" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "reminder.queue");
    const subject = await getDueSubject(tx, organisationId, action.engagementId);
    const { id: engagementId, vendorId } = subject.engagement;
    const { key, step, dueOn } = action;
    const reminder = { key, kind: `review.${step}`, vendorId, engagementId, subjectId: engagementId, dueOn };
    if (!(await recordReminder(tx, grant, portal, reminder, now, !action.isSent)) || !action.isSent) return;
    const facts = noticeFacts(portal, subject, dueOn);
    const days = daysBetween(await todayIn(tx, organisationId, now), dueOn);
    const roles = step === "escalation" ? (["compliance_officer", "approver"] as const) : (["compliance_officer"] as const);
    const mail = {
      key,
      kind: "review_reminder",
      subject: notices.review.subject(facts, days),
      body: notices.review.body(facts, days),
      vendorId,
    };
    await mailStaff(tx, grant, portal, { ids: subject.ownerIds, roles }, mail, now);
  });
}
