// Fills in answers on behalf of a vendor, all of them or none. Each is marked as typed by us and counts once the vendor confirmed it;
// what the vendor answered itself is never touched. The screen and a workbook from the vendor's hand come through here.
import { type AnswerInput, isSameAnswer, type RawAnswer, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AnswerProblems, refuseProblems } from "#app/domain/assessment/answer-problems.ts";
import { isVendorsOwn, typingRole } from "#app/domain/assessment/answer-source.ts";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { type PreparedSkip, preparedState } from "#app/domain/assessment/prepared-answers.ts";
import type { VendorConflict } from "#app/domain/assessment/vendor-page.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { countFiles } from "../answers.repo.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { isNothing, theirsOf, unknownQuestion } from "../portal/save-answer.server.ts";
import { vendorQuestions } from "../portal/vendor-questions.server.ts";
import { deletePrepared, listPrepared, type PreparedRow, putPrepared } from "./prepared-answers.repo.server.ts";

export interface AnswerToPrepare {
  questionKey: string;
  /** Empty in every part: what was filled in before is taken back. */
  raw: RawAnswer;
  /** The revision it was typed over; without one it replaces whatever was filled in before, as a file does. */
  baseRevision?: number;
}

export interface PreparedAnswers {
  /** Keys of the questions that were filled in or changed now. */
  prepared: string[];
  /** Keys of those that were taken back. */
  removed: string[];
  /** Nothing was filled in there, and why. */
  skipped: { questionKey: string; why: PreparedSkip }[];
}

/**
 * `via` says how they came, for the log: "form", or the kind of file, such as "workbook". Throws invalid (data.problems: question -> field
 * -> text) or conflict (data.conflicts, by question), and saves nothing then; illegal_transition when it is not for the vendor to
 * answer any more.
 */
export async function prepareAnswers(
  ctx: PersonContext,
  assessmentId: string,
  answers: readonly AnswerToPrepare[],
  via = "form",
): Promise<PreparedAnswers> {
  const { organisationId, personId, roles } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.prepare", guardedAssessment(assessment));
    if (!takesAnswers(assessment.status as AssessmentStatus)) throw notForTheVendor(assessment.status);
    const form = await formOf(portal, tx, organisationId, assessmentId);
    const given = await listAnswers(tx, organisationId, assessmentId);
    const own = new Set(given.filter(({ origin }) => isVendorsOwn(origin)).map(({ questionKey }) => questionKey));
    const before = new Map((await listPrepared(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
    const today = await todayIn(tx, organisationId, now);
    const changes = new Map<string, AnswerInput>();
    const skipped: PreparedAnswers["skipped"] = [];
    const problems: AnswerProblems = {};
    const conflicts: Record<string, VendorConflict> = {};
    for (const { questionKey, raw, baseRevision } of answers) {
      const question = vendorQuestions(form)[form.indexOf.get(questionKey) ?? -1];
      if (!question) throw unknownQuestion();
      const read = readAnswer(question, raw, today);
      const known = before.get(questionKey);
      if (!read.ok) problems[questionKey] = { [read.field]: problemWords(read.problem, en.portal) };
      else if (known ? isSameAnswer(read.answer, known) : isNothing(read.answer)) continue;
      else if (own.has(questionKey)) skipped.push({ questionKey, why: "answered_by_vendor" });
      else if (known && baseRevision !== undefined && baseRevision !== known.revision)
        conflicts[questionKey] = theirsOf({ ...known, givenBy: en.portal.roles[known.byRole], givenAt: known.at }, question, en.portal);
      else changes.set(questionKey, read.answer);
    }
    refuseProblems(problems);
    if (Object.keys(conflicts).length > 0) throw new DomainError("conflict", en.portal.conflict.summary, { conflicts });
    const rows = new Map(before);
    const by = { byId: personId, byRole: typingRole(roles), at: now };
    for (const [questionKey, answer] of changes) {
      const revision = (before.get(questionKey)?.revision ?? 0) + 1;
      if (isNothing(answer)) rows.delete(questionKey);
      else rows.set(questionKey, { organisationId, assessmentId, questionKey, revision, ...answer, ...by });
    }
    const files = await countFiles(tx, organisationId, assessmentId);
    const facts = assessment.facts as KnownFacts;
    const { vendor } = preparedState({
      form,
      facts,
      answers: given,
      prepared: [...rows.values()],
      filesOf: (key) => files.get(key) ?? 0,
    });
    const isAsked = (questionKey: string) => vendor.state.visible[form.indexOf.get(questionKey)!] === 1;
    const prepared: PreparedRow[] = [];
    const removed: string[] = [];
    for (const questionKey of changes.keys()) {
      const row = rows.get(questionKey);
      if (!row) removed.push(questionKey);
      else if (isAsked(questionKey)) prepared.push(row);
      else skipped.push({ questionKey, why: "not_asked" });
    }
    for (const row of prepared) await putPrepared(tx, row);
    for (const questionKey of removed) await deletePrepared(tx, organisationId, assessmentId, questionKey);
    const questionKeys = prepared.map(({ questionKey }) => questionKey);
    const { vendorId } = assessment;
    if (questionKeys.length + removed.length > 0) {
      const data = { via, questionKeys, removed };
      await recordAuditEvent(tx, grant, { type: "answers.prepared", objectId: assessmentId, vendorId, data }, now);
    }
    return { prepared: questionKeys, removed, skipped };
  });
}

export const notForTheVendor = (state: string): DomainError =>
  new DomainError("illegal_transition", "Answers can be filled in for the vendor only while it may still answer itself.", { state });
