// The vendor confirms what one of its reports answers: all of it or nothing is saved. Each answer carries the report as its document, with
// the page; what the report cannot prove as it was changed is saved as the vendor's own word.
import { isSame } from "#app/domain/assessment/answer-changes.ts";
import type { AnswerFields } from "#app/domain/assessment/answer-fields.ts";
import { type AnswerField, type AnswerInput, type RawAnswer, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AnswerProblems, refuseProblems } from "#app/domain/assessment/answer-problems.ts";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { type CoveredQuestion, coveredByReport, reportPiece, restsOnReport } from "#app/domain/assessment/covered.ts";
import { progressOf, type VendorState, wouldNeedEvidence } from "#app/domain/assessment/vendor-state.ts";
import { isAnswer, isReserved } from "#app/domain/questionnaire/answer.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { needsComment } from "#app/domain/questionnaire/requirements.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import type { Messages } from "#app/i18n/en.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { attachDocument } from "../../evidence/attach-document.step.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { consumeInTx } from "../../platform/limit-in-tx.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import { listFileUses } from "../answers.repo.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { markProgress } from "./mark-progress.step.server.ts";
import { readVendorState } from "./refresh-progress.step.server.ts";
import { submitted } from "./save-answer.server.ts";
import { vendorDocument } from "./vendor-documents.queries.server.ts";
import { vendorQuestions } from "./vendor-questions.server.ts";
import { writeAnswer } from "./write-answer.step.server.ts";

export interface ConfirmReportInput {
  /** Where it stands, for every answer that names no page of its own. */
  page: string;
  /** Only those with `raw.instead` "covered" are taken from the report; the rest stays as it is. */
  answers: readonly AnswerFields[];
}

interface Change {
  questionKey: string;
  /** Undefined: only the document is attached, the answer is still open. */
  answer?: AnswerInput;
  origin: AnswerRow["origin"];
  isAttached: boolean;
}

/** Throws invalid (data.problems) or conflict. Returns how many answers were saved. */
export async function confirmReport(ctx: VendorContext, evidenceId: string, input: ConfirmReportInput): Promise<number> {
  const { organisationId, assessmentId, vendorId, name: givenBy, language } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.save", guardedAssessment(assessment));
    if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
    await consumeInTx(tx, portal, "answer_save_vendor", vendorId, now);
    const report = await vendorDocument(tx, assessment, evidenceId);
    const today = await todayIn(tx, organisationId, now);
    const vendor = await readVendorState(portal, tx, assessment);
    const current = new Map((await listAnswers(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
    const covered = new Map(
      coveredByReport(vendor, reportPiece(report), today).map((each) => [vendor.form.keys[each.index]!, each] as const),
    );
    const uses = await listFileUses(tx, organisationId, assessmentId);
    const attached = new Set(uses.filter(({ id }) => id === evidenceId).map((use) => use.questionKey));
    const problems: AnswerProblems = {};
    const changes: Change[] = [];
    for (const given of input.answers.filter(({ raw }) => raw.instead === "covered")) {
      const { questionKey } = given;
      const row = current.get(questionKey);
      const isEmpty = given.raw.values.length === 0 && given.raw.stands === "";
      // Pressed twice: confirmed already, or attached to a question that is still open.
      if ((row && restsOnReport(row, evidenceId)) || (isEmpty && attached.has(questionKey))) continue;
      const item = covered.get(questionKey);
      if (!item || (row?.revision ?? 0) !== given.baseRevision) throw changedMeanwhile();
      const raw = { ...given.raw, document: report.fileName, page: given.raw.page.trim() || input.page.trim() };
      const read = readChange(vendor, item, raw, row, { evidenceId, today, language, words: wordsOf(ctx) });
      if ("problems" in read) problems[questionKey] = read.problems;
      else changes.push({ questionKey, ...read });
    }
    refuseProblems(problems);
    for (const { questionKey, answer, origin, isAttached } of changes) {
      if (answer) {
        const after = current.get(questionKey)?.revision ?? 0;
        await writeAnswer(tx, grant, { assessment, questionKey, after, answer, origin, givenBy }, now);
      }
      if (isAttached) await attachDocument(tx, grant, { assessment, questionKey, evidenceId }, now);
    }
    const saved = changes.filter(({ answer }) => answer !== undefined);
    if (changes.length > 0) {
      const data = { evidenceId, questionKeys: saved.map(({ questionKey }) => questionKey) };
      await recordAuditEvent(tx, grant, { type: "answers.confirmed_from_report", objectId: assessmentId, vendorId, data }, now);
      await markProgress(tx, grant, assessment, progressOf(await readVendorState(portal, tx, assessment)), now);
    }
    return saved.length;
  });
}

const changedMeanwhile = () => refusal("conflict", ({ reports }) => reports.changedMeanwhile);

type ReadChange = Omit<Change, "questionKey"> | { problems: Partial<Record<AnswerField, string>> };

function readChange(
  vendor: VendorState,
  { index, role, proposal }: CoveredQuestion,
  raw: RawAnswer,
  row: AnswerRow | undefined,
  { evidenceId, today, language, words }: { evidenceId: string; today: string; language: Language; words: Messages["portal"] },
): ReadChange {
  const question = vendor.form.set.questions[index]!;
  const read = readAnswer(vendorQuestions(vendor.form, language)[index]!, raw, today);
  if (!read.ok) return { problems: { [read.field]: problemWords(read.problem, words) } };
  const { instead } = read.answer;
  const cover = instead?.is === "covered" ? { ...instead, evidenceId } : null;
  if (role === "prove") {
    const { value, comment, reason } = row!;
    return { answer: { value, comment, reason, instead: cover }, origin: "vendor", isAttached: true };
  }
  const { value } = read.answer;
  if (question.type === "file") return { answer: { ...read.answer, value: null, instead: cover }, origin: "report", isAttached: true };
  if (!isAnswer(value)) return { origin: "vendor", isAttached: true };
  if (isReserved(value) && read.answer.reason === "") return { problems: { reason: words.blockers.no_reason } };
  if (needsComment(question, value) && read.answer.comment === "") return { problems: { comment: words.blockers.no_comment } };
  const isProven = wouldNeedEvidence(vendor, index, value);
  const isAsProposed = role === "answer" && isSame(value, proposal);
  return {
    answer: { ...read.answer, instead: isProven ? cover : null },
    origin: isProven && isAsProposed ? "report" : "vendor",
    isAttached: isProven,
  };
}
