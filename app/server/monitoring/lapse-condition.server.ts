// Notes that a condition was not met on its day: from the day after, the decision reads "condition not met". Nothing is undone by itself.
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { notices } from "#app/i18n/en/notices.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { getCondition } from "../decisions/decisions.queries.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { mailStaff } from "./mail-staff.step.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";
import { getDueSubject, noticeFacts } from "./subject.queries.server.ts";

export async function lapseCondition(ctx: Context, action: Extract<DueAction, { do: "lapse_condition" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "condition.lapse");
    const condition = await getCondition(tx, organisationId, action.conditionId);
    if (condition.metAt !== null) return;
    const subject = await getDueSubject(tx, organisationId, action.engagementId);
    const { id: engagementId, vendorId } = subject.engagement;
    const { key, dueOn } = action;
    const note = { key, kind: "condition.lapsed", vendorId, engagementId, subjectId: condition.id, dueOn };
    if (!(await recordReminder(tx, grant, portal, note, now, true))) return;
    const { decisionId, number } = condition;
    const data = { decisionId, number, dueOn };
    await recordAuditEvent(tx, grant, { type: "condition.lapsed", objectId: condition.id, vendorId, data }, now);
    const facts = noticeFacts(portal, subject, dueOn);
    const { subject: title, body } = notices.conditionLapsed;
    const mail = { key, kind: "condition_lapsed", subject: title(facts), body: body(facts, condition.text), vendorId };
    await mailStaff(tx, grant, portal, { ids: subject.ownerIds, roles: ["compliance_officer"] }, mail, now);
  });
}
