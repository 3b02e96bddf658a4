// Risk acceptances on their days: fourteen days before its end the owner is told; at its end the finding is open again and the decision
// reads "condition not met". A renewal keeps the finding accepted.
import { and, eq, ne } from "drizzle-orm";
import { type FindingStatus, transition } from "#app/domain/finding/finding-status.ts";
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { notices } from "#app/i18n/en/notices.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { type Grant, systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { mailStaff } from "./mail-staff.step.server.ts";
import { recordReminder } from "./record-reminder.step.server.ts";
import { getDueSubject, noticeFacts } from "./subject.queries.server.ts";

type AcceptanceRow = Tx["t"]["riskAcceptances"]["$inferSelect"];

export async function warnAcceptance(ctx: Context, action: Extract<DueAction, { do: "warn_acceptance" }>): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "reminder.queue");
    const acceptance = await findInForce(tx, organisationId, action.acceptanceId);
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
    const acceptance = await findInForce(tx, organisationId, action.acceptanceId);
    if (!acceptance) return;
    const { id, vendorId, level } = acceptance;
    const { key, expiresOn } = action;
    await recordReminder(tx, grant, portal, { ...about(acceptance), key, kind: "acceptance.ended" }, now, true);
    const { riskAcceptances: t } = tx.t;
    await tx.db
      .update(t)
      .set({ status: "expired", endedAt: now })
      .where(and(eq(t.organisationId, organisationId), eq(t.id, id)));
    await recordAuditEvent(tx, grant, { type: "risk_acceptance.expired", objectId: id, vendorId, data: { expiresOn } }, now);
    if (await isContinued(tx, acceptance)) return;
    await reopenFinding(tx, grant, acceptance, now);
    const subject = await getDueSubject(tx, organisationId, acceptance.engagementId);
    const facts = noticeFacts(portal, subject, expiresOn);
    const { subject: title, body } = notices.acceptanceEnded;
    const mail = { key, kind: "acceptance_ended", subject: title(facts), body: body(facts, level), vendorId };
    await mailStaff(tx, grant, portal, { ids: [acceptance.ownedById], roles: ["compliance_officer"] }, mail, now);
  });
}

const about = ({ vendorId, engagementId, assessmentId, id, expiresOn }: AcceptanceRow) => ({
  vendorId,
  engagementId,
  assessmentId,
  subjectId: id,
  dueOn: expiresOn,
});

async function findInForce(tx: Tx, organisationId: string, id: string): Promise<AcceptanceRow | undefined> {
  const { riskAcceptances: t } = tx.t;
  const [row] = await tx.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id), eq(t.status, "in_force")))
    .limit(1);
  return row;
}

/** Another acceptance of the same subject is in force and runs longer. */
async function isContinued(tx: Tx, { organisationId, assessmentId, subject, id, expiresOn }: AcceptanceRow): Promise<boolean> {
  const { riskAcceptances: t } = tx.t;
  const others = await tx.db
    .select({ expiresOn: t.expiresOn })
    .from(t)
    .where(
      and(
        eq(t.organisationId, organisationId),
        eq(t.assessmentId, assessmentId),
        eq(t.subject, subject),
        eq(t.status, "in_force"),
        ne(t.id, id),
      ),
    );
  return others.some((other) => other.expiresOn > expiresOn);
}

async function reopenFinding(tx: Tx, grant: Grant, { organisationId, findingId, vendorId }: AcceptanceRow, now: Date): Promise<void> {
  if (findingId === null) return;
  const { findings: t } = tx.t;
  const where = and(eq(t.organisationId, organisationId), eq(t.id, findingId));
  const [finding] = await tx.db.select({ status: t.status }).from(t).where(where).limit(1);
  if (finding?.status !== "risk_accepted") return;
  await tx.db
    .update(t)
    .set({ status: transition(finding.status as FindingStatus, "end_acceptance") })
    .where(where);
  const data = { from: finding.status, reason: "The risk acceptance ended." };
  await recordAuditEvent(tx, grant, { type: "finding.reopened", objectId: findingId, vendorId, data }, now);
}
