// Sends questionnaires to a vendor: versions and facts are frozen, the contact gets a mail with a link, the engagement goes into due
// diligence. A draft opened by its review day is sent as it is, with what was carried over; else a new assessment is made. What the vendor
// said of itself for another engagement lately stands in it already.
import { isDueDay } from "#app/domain/assessment/sending.ts";
import { DomainError } from "#app/domain/errors.ts";
import { authorize, type Grant } from "../../platform/authorize.server.ts";
import type { Context } from "../../platform/context.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { freezeVersions } from "../../questionnaires/freeze-versions.step.server.ts";
import { refreshVendorSummary } from "../../vendors/refresh-vendor-summary.step.server.ts";
import { setEngagementStatus } from "../../vendors/set-engagement-status.step.server.ts";
import { findContact, getAddressee } from "../addressees.queries.server.ts";
import { type AssessmentRow, listAssessmentsOf } from "../assessments.queries.server.ts";
import { refreshProgress } from "../portal/refresh-progress.step.server.ts";
import { mailVendor } from "./mail-vendor.step.server.ts";
import { markSent } from "./mark-sent.step.server.ts";
import { openAssessment } from "./open-assessment.step.server.ts";
import { requireNoOtherRunning } from "./require-none-running.server.ts";
import { takeAnswers } from "./take-answers.step.server.ts";

export interface SendAssessmentInput {
  engagementId: string;
  questionnaireIds: readonly string[];
  contactId: string;
  dueOn: string;
}

/** Throws conflict while another assessment of the engagement is running, illegal_transition when the engagement is over. */
export async function sendAssessment(ctx: Context, input: SendAssessmentInput): Promise<{ assessmentId: string; linkUrl: string }> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const { engagement } = await getAddressee(tx, organisationId, input.engagementId);
    const { vendorId } = engagement;
    const grant = authorize(ctx, "assessment.send", { type: "engagement", organisationId, id: engagement.id, vendorId });
    await checkInput(tx, organisationId, vendorId, input, now);
    const running = requireNoOtherRunning(await listAssessmentsOf(tx, organisationId, engagement.id));
    const { questionnaireIds, contactId, dueOn } = input;
    const draft = running
      ? await reopenDraft(tx, grant, ctx, running, questionnaireIds)
      : await openAssessment(tx, grant, portal, { engagement, questionnaireIds, contactId, dueOn }, now);
    const { tier, facts } = engagement;
    await takeAnswers(tx, grant, portal, { ...draft, tier, facts }, now);
    const sentById = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const sent = await markSent(tx, grant, draft, { contactId, dueOn, tier, facts, sentById }, now);
    await refreshProgress(tx, portal, organisationId, draft.id);
    await setEngagementStatus(tx, grant, engagement, "send", "", now);
    const linkUrl = await mailVendor(tx, grant, portal, sent, { kind: "invitation", key: `invitation:${draft.id}` }, now);
    await refreshVendorSummary(tx, organisationId, vendorId, now);
    return { assessmentId: draft.id, linkUrl: linkUrl ?? "" };
  });
}

async function checkInput(tx: Tx, organisationId: string, vendorId: string, input: SendAssessmentInput, now: Date): Promise<void> {
  const fields: Record<string, string> = {};
  const contact = await findContact(tx, organisationId, input.contactId);
  if (contact?.vendorId !== vendorId) fields.contactId = "Choose a contact of this vendor.";
  if (!isDueDay(input.dueOn, await todayIn(tx, organisationId, now))) fields.dueOn = "Choose a day after today.";
  if (Object.keys(fields).length > 0) throw new DomainError("invalid", "Please check the marked fields. Nothing was sent.", { fields });
}

/** A draft keeps what was carried into it; its questionnaires follow the choice made now. */
async function reopenDraft(
  tx: Tx,
  grant: Grant,
  ctx: Context,
  draft: AssessmentRow,
  questionnaireIds: readonly string[],
): Promise<AssessmentRow> {
  await freezeVersions(tx, grant, ctx.portal, draft.id, questionnaireIds);
  return draft;
}
