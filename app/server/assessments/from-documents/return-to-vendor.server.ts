// The vendor answers after all. What it had typed is there again; what we read in its documents becomes a list it confirms or changes, and
// counts as in any other assessment: once the vendor has said so.
import type { TypedSource } from "#app/domain/assessment/answer-source.ts";
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isAnswer } from "#app/domain/questionnaire/answer.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { attachSource } from "../../evidence/attach-source.step.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { refreshVendorSummary } from "../../vendors/refresh-vendor-summary.step.server.ts";
import { type AnswerRow, listAnswers, listRevisions } from "../answers.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { type PreparedRow, putPrepared } from "../on-behalf/prepared-answers.repo.server.ts";
import { readVendorState } from "../portal/refresh-progress.step.server.ts";
import { writeAnswer } from "../portal/write-answer.step.server.ts";
import { documentOf } from "./answer-from-documents.server.ts";

/** Throws conflict for an assessment that was never sent: there is nobody to give it to. */
export async function returnToVendor(ctx: PersonContext, assessmentId: string, reason: string): Promise<void> {
  const { organisationId, name } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.give_from_documents", guardedAssessment(assessment));
    const { vendorId } = assessment;
    const status = transition(assessment.status as AssessmentStatus, "return_to_vendor");
    if (assessment.sentAt === null)
      throw new DomainError("conflict", "This was never sent to the vendor. Cancel it, then send the questionnaire.");
    if (reason.trim() === "") throw new DomainError("invalid", "Say why.", { fields: { reason: "Say why." } });
    const revisions = await listRevisions(tx, organisationId, assessmentId);
    let prepared = 0;
    for (const row of await listAnswers(tx, organisationId, assessmentId)) {
      const { questionKey, revision, value, source } = row;
      if (source?.is !== "documents") continue;
      const own = revisions.filter((each) => each.questionKey === questionKey && each.source?.is !== "documents").at(-1);
      if (!own && isAnswer(value) && value !== "declined") {
        await putPrepared(tx, preparedFrom(row, source));
        prepared += 1;
      }
      await writeAnswer(tx, grant, { assessment, questionKey, after: revision, ...(own ? asBefore(own) : emptied(name)) }, now);
      await attachSource(tx, grant, assessment, { questionKey, before: documentOf(row)?.evidenceId, after: undefined }, now);
    }
    const { answered, required } = progressOf(await readVendorState(portal, tx, assessment));
    await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, method: null, answered, required });
    const data = { prepared, reason: reason.trim() };
    await recordAuditEvent(tx, grant, { type: "assessment.returned_to_vendor", objectId: assessmentId, vendorId, data }, now);
    await refreshVendorSummary(tx, organisationId, vendorId, now);
  });
}

const preparedFrom = (
  { organisationId, assessmentId, questionKey, revision, value, comment, reason, givenAt: at }: AnswerRow,
  { byId, byRole }: Pick<TypedSource, "byId" | "byRole">,
): PreparedRow => ({ organisationId, assessmentId, questionKey, revision, value, comment, reason, instead: null, byId, byRole, at });

/** What the vendor had typed before we took over is there again. */
const asBefore = ({ value, comment, reason, instead, origin, source, givenBy }: AnswerRow) => ({
  answer: { value, comment, reason, instead },
  origin,
  source,
  givenBy,
});

const emptied = (givenBy: string) =>
  ({ answer: { value: null, comment: "", reason: "", instead: null }, origin: "carried", source: null, givenBy }) as const;
