// Saves a section of answers that an officer read in the vendor's documents, all of them or none. Each scored answer names document and
// page; the document is attached to the question and proves it as far as its kind does.
import type { AnswerFields } from "#app/domain/assessment/answer-fields.ts";
import { type AnswerInput, isSameAnswer, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AnswerProblems, refuseProblems } from "#app/domain/assessment/answer-problems.ts";
import { type ReadInDocument, typingRole } from "#app/domain/assessment/answer-source.ts";
import { documentAnswer, documentProblem, documentProblems } from "#app/domain/assessment/document-answers.ts";
import type { VendorConflict } from "#app/domain/assessment/vendor-page.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import { DomainError } from "#app/domain/errors.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import { attachSource } from "../../evidence/attach-source.step.server.ts";
import { readableDocuments } from "../../evidence/readable-documents.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { setProgress } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { isNothing, theirsOf, unknownQuestion } from "../portal/save-answer.server.ts";
import { vendorQuestions } from "../portal/vendor-questions.server.ts";
import { writeAnswer } from "../portal/write-answer.step.server.ts";
import { readDocumentsState } from "./documents-state.queries.server.ts";

/**
 * `raw.document` of an answer is the id of a document of the vendor, `raw.page` where the answer stands there.
 * Throws invalid (data.problems) or conflict (data.conflicts); nothing is saved then. Returns how many answers changed.
 */
export async function answerFromDocuments(ctx: PersonContext, assessmentId: string, given: readonly AnswerFields[]): Promise<number> {
  const { organisationId, personId, roles, name } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.give_from_documents", guardedAssessment(assessment));
    requireAnswering(assessment.status);
    const { vendor } = await readDocumentsState(portal, tx, assessment);
    const { form } = vendor;
    const current = new Map((await listAnswers(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
    const documents = new Map((await readableDocuments(tx, organisationId, assessment)).map((row) => [row.id, row]));
    const today = await todayIn(tx, organisationId, now);
    const problems: AnswerProblems = {};
    const conflicts: Record<string, VendorConflict> = {};
    const changes: { questionKey: string; answer: AnswerInput; document: ReadInDocument | null; row: AnswerRow | undefined }[] = [];
    for (const { questionKey, baseRevision, raw } of given) {
      const index = form.indexOf.get(questionKey);
      if (index === undefined) throw unknownQuestion();
      const words = vendorQuestions(form)[index]!;
      const read = readAnswer(words, { ...raw, instead: "", on: "" }, today);
      if (!read.ok) {
        problems[questionKey] = { [read.field]: problemWords(read.problem, en.portal) };
        continue;
      }
      const answer = documentAnswer(read.answer);
      const chosen = documents.get(raw.document);
      const page = raw.page.trim();
      const problem = documentProblem(form.set.questions[index]!, answer, { evidenceId: chosen?.id, page });
      if (problem) {
        problems[questionKey] = documentProblems[problem];
        continue;
      }
      const isFile = words.type === "file" && answer.value === null;
      const isAnswered = answer.value !== null && answer.value !== "declined";
      const document = chosen && (isAnswered || isFile) ? { evidenceId: chosen.id, name: chosen.fileName, page } : null;
      const row = current.get(questionKey);
      const isSame = row ? isSameAnswer(answer, row) && isSameDocument(document, documentOf(row)) : isNothing(answer) && document === null;
      if (isSame) continue;
      if ((row?.revision ?? 0) === baseRevision) changes.push({ questionKey, answer, document, row });
      else if (row) conflicts[questionKey] = theirsOf(row, words, en.portal);
    }
    refuseProblems(problems);
    if (Object.keys(conflicts).length > 0) throw new DomainError("conflict", en.portal.conflict.summary, { conflicts });
    const by = { is: "documents", byId: personId, byRole: typingRole(roles) } as const;
    for (const { questionKey, answer, document, row } of changes) {
      const written = { assessment, questionKey, after: row?.revision ?? 0, answer, origin: "documents", givenBy: name } as const;
      await writeAnswer(tx, grant, { ...written, source: { ...by, document } }, now);
      const use = { questionKey, before: row && documentOf(row)?.evidenceId, after: document?.evidenceId };
      await attachSource(tx, grant, assessment, use, now);
    }
    const { answered, required } = progressOf((await readDocumentsState(portal, tx, assessment)).vendor);
    if (changes.length > 0) await setProgress(tx, organisationId, assessmentId, { answered, required });
    return changes.length;
  });
}

export function requireAnswering(state: string): void {
  if (state === "from_documents") return;
  throw new DomainError("illegal_transition", "This assessment is not being answered from documents now.", { state });
}

export const documentOf = ({ source }: Pick<AnswerRow, "source">): ReadInDocument | null =>
  source?.is === "documents" ? source.document : null;

const isSameDocument = (a: ReadInDocument | null, b: ReadInDocument | null): boolean =>
  a?.evidenceId === b?.evidenceId && a?.page === b?.page;
