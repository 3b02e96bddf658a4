// Risk acceptances on their days: fourteen days before its end the owner is told; at its end the finding is open again and the decision
// reads "condition not met". A renewal keeps the finding accepted.
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { notices } from "#app/i18n/en/notices.ts";
import { expireRiskAcceptance } from "../decisions/expire-risk-acceptance.step.server.ts";
import { findAcceptanceInForce, isContinued, type RiskAcceptanceRow } from "../decisions/risk-acceptances.queries.server.ts";
import { systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { mailStaff } from "./mail-staff.step.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";
import { getDueSubject, noticeFacts } from "./subject.queries.server.ts";

export async function warnAcceptance(ctx: Context, action: Extract<DueAction, { do: "warn_acceptance" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "reminder.queue");
    const acceptance = await findAcceptanceInForce(tx, organisationId, action.acceptanceId);
    if (!acceptance || (await isContinued(tx, acceptance))) return;
    const subject = await getDueSubject(tx, organisationId, acceptance.engagementId);
    const { key, expiresOn } = action;
    if (!(await recordReminder(tx, grant, portal, { ...about(acceptance), key, kind: "acceptance.ends" }, now))) return;
    const facts = noticeFacts(portal, subject, expiresOn);
    const { subject: title, body } = notices.acceptanceEnds;
    const mail = {
      key,
      kind: "acceptance_ends",
      subject: title(facts),
      body: body(facts, acceptance.level),
      vendorId: acceptance.vendorId,
    };
    await mailStaff(tx, grant, portal, { ids: [acceptance.ownedById], roles: [] }, mail, now);
  });
}

export async function endAcceptance(ctx: Context, action: Extract<DueAction, { do: "end_acceptance" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "risk_acceptance.expire");
    const acceptance = await findAcceptanceInForce(tx, organisationId, action.acceptanceId);
    if (!acceptance) return;
    const { vendorId, level } = acceptance;
    const { key, expiresOn } = action;
    await recordReminder(tx, grant, portal, { ...about(acceptance), key, kind: "acceptance.ended" }, now, true);
    if (!(await expireRiskAcceptance(tx, grant, portal, acceptance, now))) return;
    const subject = await getDueSubject(tx, organisationId, acceptance.engagementId);
    const facts = noticeFacts(portal, subject, expiresOn);
    const { subject: title, body } = notices.acceptanceEnded;
    const mail = { key, kind: "acceptance_ended", subject: title(facts), body: body(facts, level), vendorId };
    await mailStaff(tx, grant, portal, { ids: [acceptance.ownedById], roles: ["compliance_officer"] }, mail, now);
  });
}

const about = ({ vendorId, engagementId, assessmentId, id, expiresOn }: RiskAcceptanceRow) => ({
  vendorId,
  engagementId,
  assessmentId,
  subjectId: id,
  dueOn: expiresOn,
});
