// Tells owner and compliance on the day the first assessment of a service in use is planned to start; two weeks later the approvers, too.
// Nothing is sent to the vendor: a person chooses questionnaires and contact.
import { daysBetween } from "#app/domain/monitoring/calendar-days.ts";
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { notices } from "#app/i18n/en/notices.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import { mailStaff } from "./mail-staff.step.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";
import { getDueSubject, noticeFacts } from "./subject.queries.server.ts";

/** Does nothing when the day was moved meanwhile. Steps missed during downtime are noted without a mail. */
export async function remindStart(ctx: Context, action: Extract<DueAction, { do: "remind_start" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "reminder.queue");
    const subject = await getDueSubject(tx, organisationId, action.engagementId);
    const { id: engagementId, vendorId, status, plannedStartOn } = subject.engagement;
    const { key, step, dueOn } = action;
    if (status !== "active_not_assessed" || plannedStartOn !== dueOn) return;
    const reminder = { key, kind: `start.${step}`, vendorId, engagementId, subjectId: engagementId, dueOn };
    if (!(await recordReminder(tx, grant, portal, reminder, now, !action.isSent)) || !action.isSent) return;
    const facts = { ...noticeFacts(portal, subject, dueOn), link: `${portal.config.publicUrl}/engagements/${engagementId}/send` };
    const days = daysBetween(await todayIn(tx, organisationId, now), dueOn);
    const roles = step === "escalation" ? (["compliance_officer", "approver"] as const) : (["compliance_officer"] as const);
    const { subject: title, body } = notices.start;
    const mail = { key, kind: "start_reminder", subject: title(facts, days), body: body(facts, days), vendorId };
    await mailStaff(tx, grant, portal, { ids: subject.ownerIds, roles }, mail, now);
  });
}
