// Answering from documents: the questionnaire with what was read so far, and the documents there are to read.
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import { missingBefore, progressOf } from "#app/domain/assessment/vendor-state.ts";
import { type EvidenceKind, evidenceKindRow } from "#app/domain/evidence/evidence-kinds.ts";
import { isAnswer } from "#app/domain/questionnaire/answer.ts";
import { readableDocuments } from "../../evidence/readable-documents.queries.server.ts";
import { organisationDay } from "../../people/organisation-day.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { organisationFacts } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getAddressee } from "../addressees.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { questionView } from "../portal/question-views.server.ts";
import { staffSections } from "../portal/staff-sections.server.ts";
import { documentOf } from "./answer-from-documents.server.ts";
import { readDocumentsState } from "./documents-state.queries.server.ts";

/** Without a section: the list of them, the documents, and the way to finish. */
export async function viewDocumentAnswers(ctx: PersonContext, assessmentId: string, sectionKey: string | null) {
  const { organisationId } = ctx.actor;
  const { portal } = ctx;
  const from = portal.store.read;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  authorize(ctx, "answer.give_from_documents", guardedAssessment(assessment));
  const { vendor: state, answers } = await readDocumentsState(portal, from, assessment);
  const { vendor, engagement } = await getAddressee(from, organisationId, assessment.engagementId);
  const { name: asker } = await organisationFacts(from, organisationId);
  const documents = await readableDocuments(from, organisationId, assessment);
  const { form } = state;
  const isDone = (index: number) => {
    const row = answers.get(form.keys[index]!);
    return row !== undefined && (isAnswer(row.value) || documentOf(row) !== null);
  };
  const facts = { assessment, vendor: state, answers, files: [] };
  const shown = staffSections(state, sectionKey, {
    isDone,
    question: (index, number) => {
      const view = questionView(facts, index, number, []);
      const row = answers.get(view.question.key);
      const document = row ? documentOf(row) : null;
      const typed = row ? { ...typedAnswer(row), document: document?.evidenceId ?? "", page: document?.page ?? "" } : null;
      return { view: { ...view, typed }, said: null, isScored: form.set.questions[index]!.isScored };
    },
  });
  return {
    assessmentId,
    engagementId: engagement.id,
    number: assessment.number,
    tier: assessment.tier,
    vendor: { id: vendor.id, name: vendor.name },
    service: engagement.service,
    asker,
    isOpen: assessment.status === "from_documents",
    wasSent: assessment.sentAt !== null,
    documents: documents.map(({ id, fileName, kind, startsOn, expiresOn }) => ({
      id,
      name: fileName,
      kind: evidenceKindRow(kind as EvidenceKind).label.en,
      startsOn,
      expiresOn,
    })),
    progress: progressOf(state),
    unanswered: missingBefore(state).filter(({ code }) => code === "no_answer").length,
    ...(await organisationDay(from, organisationId, ctx.now)),
    ...shown,
  };
}
