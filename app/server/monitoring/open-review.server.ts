// Opens the reassessment of an engagement when its day comes: pre-filled from last time, sent to the last contact, once per review day.
// The result of the engagement stays what it is until this one is decided.
import { type AssessmentStatus, isRunning } from "#app/domain/assessment/assessment-status.ts";
import { proposedDueOn } from "#app/domain/assessment/sending.ts";
import { type EngagementStatus, isActive } from "#app/domain/engagement/engagement-status.ts";
import type { DueAction } from "#app/domain/monitoring/what-is-due.ts";
import { notices } from "#app/i18n/en/notices.ts";
import { listContacts } from "../assessments/addressees.queries.server.ts";
import { getAssessment, listAssessmentsOf } from "../assessments/assessments.queries.server.ts";
import { carryAnswers } from "../assessments/portal/carry-answers.step.server.ts";
import { mailVendor } from "../assessments/sending/mail-vendor.step.server.ts";
import { markSent } from "../assessments/sending/mark-sent.step.server.ts";
import { openAssessment } from "../assessments/sending/open-assessment.step.server.ts";
import { takeAnswers } from "../assessments/sending/take-answers.step.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { carryEvidence } from "../evidence/carry-evidence.step.server.ts";
import { type Grant, systemGrant } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { scheduleReview } from "../vendors/schedule-review.step.server.ts";
import { mailStaff } from "./mail-staff.step.server.ts";
import { reviewQuestionnaires } from "./review-questionnaires.queries.server.ts";
import { type DueSubject, getDueSubject, noticeFacts } from "./subject.queries.server.ts";

type OpenReview = Extract<DueAction, { do: "open_review" }>;

/** Does nothing when it was opened meanwhile, something else is running, or the engagement is no longer in use. */
export async function openReview(ctx: Context, action: OpenReview): Promise<void> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "assessment.open_due");
    const subject = await getDueSubject(tx, organisationId, action.engagementId);
    const { engagement } = subject;
    const { vendorId } = engagement;
    const all = await listAssessmentsOf(tx, organisationId, engagement.id);
    const previous = all.find(({ status }) => status === "decided");
    const isOpened = all.some(({ status, openedFor }) => isRunning(status as AssessmentStatus) || openedFor === action.openedFor);
    if (!previous || isOpened || !isActive(engagement.status as EngagementStatus)) return;
    const contacts = await listContacts(tx, organisationId, vendorId);
    const contact = contacts.find(({ id }) => id === all.find(({ contactId }) => contactId)?.contactId) ?? contacts[0];
    const questionnaireIds = await reviewQuestionnaires(portal, tx, engagement, previous.id, action.reason);
    const contactId = contact?.id ?? null;
    const input = { engagement, questionnaireIds, contactId, dueOn: null, openedFor: action.openedFor, previousId: previous.id };
    const draft = await openAssessment(tx, grant, portal, input, now);
    const today = await todayIn(tx, organisationId, now);
    const carriedAnswers = (await carryAnswers(tx, grant, portal, previous.id, draft.id, now)).length;
    const carriedEvidence = await carryEvidence(tx, grant, portal, previous.id, draft.id, today, now);
    const { openedFor, dueOn, reason } = action;
    const { number } = draft;
    const data = { engagementId: engagement.id, number, openedFor, previousId: previous.id, carriedAnswers, carriedEvidence };
    await recordAuditEvent(tx, grant, { type: "assessment.opened", objectId: draft.id, vendorId, data }, now);
    const filled = await getAssessment(tx, organisationId, draft.id);
    if (contactId === null) await tellNobodyToSendTo(ctx, tx, grant, subject, action);
    else {
      // State first, mail second. Whom to ask is who sent the last one.
      const { tier, facts, required } = filled;
      await takeAnswers(tx, grant, portal, filled, now);
      const sending = { contactId, dueOn: proposedDueOn(today, required), tier, facts, sentById: previous.sentById };
      const sent = await markSent(tx, grant, filled, sending, now);
      await mailVendor(tx, grant, portal, sent, { kind: "reassessment", key: `invitation:${draft.id}` }, now);
    }
    await scheduleReview(tx, grant, engagement, { dueOn, reason }, now);
  });
}

async function tellNobodyToSendTo({ portal, now }: Context, tx: Tx, grant: Grant, subject: DueSubject, { key, dueOn }: OpenReview) {
  const facts = noticeFacts(portal, subject, dueOn);
  const { subject: title, body } = notices.openedWithoutContact;
  const mail = { key, kind: "review_without_contact", subject: title(facts), body: body(facts), vendorId: subject.engagement.vendorId };
  await mailStaff(tx, grant, portal, { ids: subject.ownerIds, roles: ["compliance_officer"] }, mail, now);
}
