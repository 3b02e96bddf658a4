// Begins an assessment without asking the vendor at all: versions and facts are frozen as in sending, no mail leaves the house, the
// engagement goes into due diligence. A draft opened by its review day is taken as it is.
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { freezeVersions } from "../../questionnaires/freeze-versions.step.server.ts";
import { refreshVendorSummary } from "../../vendors/refresh-vendor-summary.step.server.ts";
import { setEngagementStatus } from "../../vendors/set-engagement-status.step.server.ts";
import { getAddressee } from "../addressees.queries.server.ts";
import { listAssessmentsOf } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { openAssessment } from "../sending/open-assessment.step.server.ts";
import { requireNoOtherRunning } from "../sending/require-none-running.server.ts";
import { turnToDocuments } from "./turn-to-documents.step.server.ts";

export interface StartFromDocumentsInput {
  engagementId: string;
  questionnaireIds: readonly string[];
  reason: string;
}

/** Throws conflict while another assessment of the engagement is running, illegal_transition when the engagement is over. */
export async function startFromDocuments(ctx: PersonContext, input: StartFromDocumentsInput): Promise<{ assessmentId: string }> {
  const { organisationId, personId } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const { engagement } = await getAddressee(tx, organisationId, input.engagementId);
    const { vendorId, tier, facts } = engagement;
    const grant = authorize(ctx, "answer.give_from_documents", { type: "engagement", organisationId, id: engagement.id, vendorId });
    const draft = requireNoOtherRunning(await listAssessmentsOf(tx, organisationId, engagement.id));
    const { questionnaireIds } = input;
    if (draft) await freezeVersions(tx, grant, portal, draft.id, questionnaireIds);
    const opened = draft ?? (await openAssessment(tx, grant, portal, { engagement, questionnaireIds, contactId: null, dueOn: null }, now));
    const frozen = { tier, facts, sentById: personId };
    await updateAssessment(tx, organisationId, opened.id, frozen);
    await turnToDocuments(tx, grant, ctx, { ...opened, ...frozen }, input.reason);
    await setEngagementStatus(tx, grant, engagement, "send", "", now);
    await refreshVendorSummary(tx, organisationId, vendorId, now);
    return { assessmentId: opened.id };
  });
}
