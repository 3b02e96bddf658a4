// The officer has read what there is: the answers go to review, without anybody's attestation. What no document answers may be left open,
// or be marked as not found, which is an answer.
import { typingRole } from "#app/domain/assessment/answer-source.ts";
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { answererIds, notFound } from "#app/domain/assessment/document-answers.ts";
import { missingBefore, progressOf } from "#app/domain/assessment/vendor-state.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { listUsedEvidence } from "../../evidence/evidence.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { refreshVendorSummary } from "../../vendors/refresh-vendor-summary.step.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { hashAnswers } from "../hash-answers.server.ts";
import { writeAnswer } from "../portal/write-answer.step.server.ts";
import { onSubmitted } from "../review/on-submitted.step.server.ts";
import { readDocumentsState } from "./documents-state.queries.server.ts";

/** `restNotFound`: what is still required and unanswered was looked for and not found. Throws conflict while nothing at all was answered. */
export async function finishFromDocuments(
  ctx: PersonContext,
  assessmentId: string,
  { restNotFound }: { restNotFound: boolean },
): Promise<void> {
  const { organisationId, personId, roles, name } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.give_from_documents", guardedAssessment(assessment));
    const { vendorId } = assessment;
    const status = transition(assessment.status as AssessmentStatus, "finish_from_documents");
    if (answererIds(await listAnswers(tx, organisationId, assessmentId)).length === 0)
      throw new DomainError("conflict", "Nothing is answered yet.");
    const source = { is: "documents", byId: personId, byRole: typingRole(roles), document: null } as const;
    const answer = { value: "declined", comment: "", reason: notFound, instead: null };
    const before = await readDocumentsState(portal, tx, assessment);
    // An answer never hides or shows a question by being declined only where it was unanswered, so once is not always enough.
    for (let state = before; restNotFound; state = await readDocumentsState(portal, tx, assessment)) {
      const open = missingBefore(state.vendor).filter(({ code }) => code === "no_answer");
      if (open.length === 0) break;
      for (const { questionKey } of open) {
        const after = state.answers.get(questionKey)?.revision ?? 0;
        await writeAnswer(tx, grant, { assessment, questionKey, after, answer, origin: "documents", source, givenBy: name }, now);
      }
    }
    const { answered, required } = progressOf((await readDocumentsState(portal, tx, assessment)).vendor);
    const used = await listUsedEvidence(tx, organisationId, assessmentId);
    const files = used.map(({ questionKey, evidence }) => ({ questionKey, sha256: evidence.sha256 }));
    const answersSha256 = hashAnswers(await listAnswers(tx, organisationId, assessmentId), files);
    const finished = { ...assessment, status, statusAt: now, submittedAt: now, answered, required };
    await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, submittedAt: now, answered, required });
    const data = { answered, required, answersSha256 };
    await recordAuditEvent(tx, grant, { type: "assessment.answered_from_documents", objectId: assessmentId, vendorId, data }, now);
    await onSubmitted(tx, grant, portal, finished, now);
    await refreshVendorSummary(tx, organisationId, vendorId, now);
  });
}
