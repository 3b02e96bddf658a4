// The vendor takes over what its filled CAIQ proposes: the answers it chose from the list, all of them or none. Each keeps the rows it rests
// on as its comment. The proposals are made anew from what was uploaded; the browser only says which are taken, and with which answer.
import type { AnswerFields } from "#app/domain/assessment/answer-fields.ts";
import { readAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AnswerProblems, refuseProblems } from "#app/domain/assessment/answer-problems.ts";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { caiqProposals, caiqReference } from "#app/domain/assessment/caiq-proposals.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import { unknownObject } from "#app/domain/errors.ts";
import { isAnswer, isReserved } from "#app/domain/questionnaire/answer.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import { recordAuditEvent } from "../../../audit/record-audit-event.server.ts";
import { authorize } from "../../../platform/authorize.server.ts";
import { consumeInTx } from "../../../platform/limit-in-tx.server.ts";
import { todayIn } from "../../../platform/organisation.queries.server.ts";
import { refusal } from "../../../platform/refusal.server.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import { wordsOf } from "../../../platform/words-of.server.ts";
import { listAnswers } from "../../answers.queries.server.ts";
import { getAssessment } from "../../assessments.queries.server.ts";
import { guardedAssessment } from "../../guarded-assessment.server.ts";
import { markProgress } from "../mark-progress.step.server.ts";
import { readVendorState } from "../refresh-progress.step.server.ts";
import { submitted } from "../save-answer.server.ts";
import { vendorQuestions } from "../vendor-questions.server.ts";
import { openContent } from "../workbook/upload-content.server.ts";
import { findWorkbookUpload } from "../workbook/workbook-uploads.repo.server.ts";
import { writeAnswer } from "../write-answer.step.server.ts";

/** Throws not_found for another vendor's CAIQ, invalid (data.problems) or conflict, and saves nothing then. Returns how many were saved. */
export async function confirmCaiq(ctx: VendorContext, uploadId: string, taken: readonly AnswerFields[]): Promise<number> {
  const { organisationId, assessmentId, vendorId, name: givenBy, language } = ctx.actor;
  const { portal, now } = ctx;
  const words = wordsOf(ctx);
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.save", guardedAssessment(assessment));
    if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
    await consumeInTx(tx, portal, "answer_save_vendor", vendorId, now);
    const upload = await findWorkbookUpload(tx, organisationId, assessmentId, "vendor", uploadId, now);
    const { caiq } = upload ? openContent(portal, upload) : {};
    if (!upload || !caiq) throw unknownObject();
    const vendor = await readVendorState(portal, tx, assessment);
    const current = new Map((await listAnswers(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
    const proposals = new Map(caiqProposals(vendor, caiq).map((each) => [vendor.form.keys[each.index]!, each]));
    const today = await todayIn(tx, organisationId, now);
    const problems: AnswerProblems = {};
    const changes = taken.flatMap(({ questionKey, baseRevision, raw }) => {
      const item = proposals.get(questionKey);
      const revision = current.get(questionKey)?.revision ?? 0;
      if (item?.role !== "answer" || revision !== baseRevision) throw refusal("conflict", ({ caiq: said }) => said.changedMeanwhile);
      const said = caiqReference(caiq.edition, item.rows);
      const read = readAnswer(vendorQuestions(vendor.form, language)[item.index]!, { ...raw, comment: said, reason: said }, today);
      if (!read.ok) problems[questionKey] = { [read.field]: problemWords(read.problem, words) };
      else if (!isAnswer(read.answer.value)) problems[questionKey] = { value: words.blockers.no_answer };
      else if (isReserved(read.answer.value) && read.answer.value !== item.proposal) problems[questionKey] = { value: words.caiq.ownWords };
      else return [{ questionKey, after: revision, answer: { ...read.answer, instead: null } }];
      return [];
    });
    refuseProblems(problems);
    for (const change of changes) await writeAnswer(tx, grant, { assessment, ...change, origin: "vendor", givenBy }, now);
    if (changes.length > 0) {
      const data = { uploadId, fileSha256: upload.fileSha256, questionKeys: changes.map(({ questionKey }) => questionKey) };
      await recordAuditEvent(tx, grant, { type: "caiq.used", objectId: assessmentId, vendorId, data }, now);
      await markProgress(tx, grant, assessment, progressOf(await readVendorState(portal, tx, assessment)), now);
    }
    return changes.length;
  });
}
