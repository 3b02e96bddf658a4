// What the screen that sends questionnaires shows: what is proposed and why, whom to send it to, until when.
import { mayEver } from "#app/domain/access/policy.ts";
import { assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { type AssessmentStatus, isRunning } from "#app/domain/assessment/assessment-status.ts";
import { type ProposedQuestionnaire, proposedDueOn, proposeQuestionnaires } from "#app/domain/assessment/sending.ts";
import { shownSections, vendorState } from "#app/domain/assessment/vendor-state.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import type { QuestionnaireFile } from "#app/domain/questionnaire/compiled.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { frozenVersions, latestQuestionnaires } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { getAddressee, listContacts } from "../addressees.queries.server.ts";
import { listAssessmentsOf } from "../assessments.queries.server.ts";

export interface SendFormView {
  engagement: { id: string; service: string; tier: number; status: string };
  vendor: { id: string; name: string };
  today: string;
  /** First and proposed due day. */
  dueFrom: string;
  dueOn: string;
  questionnaires: {
    id: string;
    title: string;
    version: string;
    /** Questions asked with the facts known now; answers may open more. */
    questions: number;
    sections: number;
    isPreselected: boolean;
    because: ProposedQuestionnaire["because"];
  }[];
  contacts: { id: string; name: string; email: string }[];
  /** An assessment that stands in the way; it has to end first. */
  running: { id: string; status: string } | null;
  /** A reassessment opened by its day and filled from last time; sending sends it. */
  draft: { id: string; answered: number; required: number } | null;
  /** May answer from documents instead. */
  mayAnswer: boolean;
}

export async function viewSendForm(ctx: PersonContext, engagementId: string): Promise<SendFormView> {
  const { organisationId } = ctx.actor;
  const { portal } = ctx;
  const from = portal.store.read;
  const { engagement, vendor } = await getAddressee(from, organisationId, engagementId);
  authorize(ctx, "assessment.send", { type: "engagement", organisationId, id: engagementId, vendorId: vendor.id });
  const [published, contacts, assessments, today] = await Promise.all([
    latestQuestionnaires(portal, from, organisationId, "vendor"),
    listContacts(from, organisationId, vendor.id),
    listAssessmentsOf(from, organisationId, engagementId),
    todayIn(from, organisationId, ctx.now),
  ]);
  const facts = engagement.facts as unknown as Facts;
  const running = assessments.find(({ status }) => isRunning(status as AssessmentStatus));
  const draft = running?.status === "draft" ? running : undefined;
  const inDraft = draft ? (await frozenVersions(from, organisationId, draft.id)).map(({ questionnaireId }) => questionnaireId) : [];
  const proposed = proposeQuestionnaires(
    facts,
    published.map(({ questionnaire }) => questionnaire),
  );
  const questionnaires = proposed.map((proposal) => {
    const file = published.find(({ questionnaire }) => questionnaire.id === proposal.id)!;
    const isPreselected = draft ? inDraft.includes(proposal.id) : proposal.isPreselected;
    return { ...proposal, isPreselected, ...describe(file, facts) };
  });
  const size = questionnaires.filter(({ isPreselected }) => isPreselected).reduce((sum, { questions }) => sum + questions, 0);
  return {
    engagement: { id: engagement.id, service: engagement.service, tier: engagement.tier, status: engagement.status },
    vendor: { id: vendor.id, name: vendor.name },
    today,
    dueFrom: addDays(today, 1),
    dueOn: draft?.dueOn && draft.dueOn > today ? draft.dueOn : proposedDueOn(today, size),
    questionnaires,
    contacts: contacts.map(({ id, name, email }) => ({ id, name, email })),
    running: running && !draft ? { id: running.id, status: running.status } : null,
    mayAnswer: mayEver(ctx.actor, "answer.give_from_documents"),
    draft: draft ? { id: draft.id, answered: draft.answered, required: draft.required } : null,
  };
}

function describe(file: QuestionnaireFile, facts: Facts) {
  const { questionnaire } = file;
  const vendor = vendorState(assessmentForm([file]), facts, []);
  const source = questionnaire.languages[0]!;
  return {
    title: textIn(questionnaire.title, "en", source),
    version: questionnaire.version,
    questions: vendor.state.visible.reduce((sum, shown) => sum + shown, 0),
    sections: shownSections(vendor).length,
  };
}
