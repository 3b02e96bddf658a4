// Saves one answer of a vendor. The hottest write of the product: only the rows needed are read, and nothing is written twice.
import type { AnswerFields } from "#app/domain/assessment/answer-fields.ts";
import { type AnswerInput, isSameAnswer, keepsReport, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import type { VendorConflict, VendorProgress } from "#app/domain/assessment/vendor-page.ts";
import { needsEvidence, progressOf, type StoredAnswer, type VendorState, vendorState } from "#app/domain/assessment/vendor-state.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { type AnswerValue, isAnswer } from "#app/domain/questionnaire/answer.ts";
import { answerProblem } from "#app/domain/questionnaire/check-answer.ts";
import type { CompiledQuestion } from "#app/domain/questionnaire/compiled.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { answerWords, problemWords } from "#app/i18n/answer-words.ts";
import type { Messages } from "#app/i18n/en.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { consumeInTx } from "../../platform/limit-in-tx.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { formOfSent } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import type { AnswerRow } from "../answers.queries.server.ts";
import { countFiles, findAnswer, listAnswerValues } from "../answers.repo.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { giverOf } from "./giver-of.server.ts";
import { markProgress } from "./mark-progress.step.server.ts";
import { vendorQuestions } from "./vendor-questions.server.ts";
import { writeAnswer } from "./write-answer.step.server.ts";

export interface SaveAnswerInput {
  questionKey: string;
  /** The revision the answer was typed over; 0 where there was none. */
  baseRevision: number;
  value: AnswerValue;
  comment?: string;
  reason?: string;
  instead?: AnswerInput["instead"];
}

export interface SavedAnswer {
  revision: number;
  savedAt: Date;
  givenBy: string;
  progress: VendorProgress;
  sectionProgress: VendorProgress;
  /** Other questions or documents are asked for now: the page must be drawn again. */
  isReshaped: boolean;
}

/** Throws conflict when the answer was changed since `baseRevision`, invalid when it cannot be an answer, illegal_transition after submission. */
export function saveAnswer(ctx: VendorContext, input: SaveAnswerInput): Promise<SavedAnswer> {
  const { value, comment = "", reason = "", instead = null } = input;
  return save(ctx, input, instead !== null, (question, _, today) => {
    const answer = { value, comment, reason, instead };
    const problem = answerProblem(question, answer, today);
    if (problem && problem.path !== "reason") throw invalid(problem.path, problem.message);
    return answer;
  });
}

/** The same with the fields of a form. */
export function saveRawAnswer(ctx: VendorContext, input: AnswerFields): Promise<SavedAnswer> {
  return save(ctx, input, input.raw.instead !== "", (_, question, today) => {
    const read = readAnswer(question, input.raw, today);
    if (!read.ok) throw invalid(read.field, problemWords(read.problem, wordsOf(ctx)));
    return read.answer;
  });
}

const invalid = (field: string, message: string) => new DomainError("invalid", message, { fields: { [field]: message } });

type Words = Messages["portal"];

type Read = (question: CompiledQuestion, shown: ReturnType<typeof vendorQuestions>[number], today: Day) => AnswerInput;

/** `hasDay`: the answer promises something by a day. Which day it is costs a little to find out, so it is asked only where it matters. */
async function save(
  ctx: VendorContext,
  { questionKey, baseRevision }: Omit<AnswerFields, "raw">,
  hasDay: boolean,
  read: Read,
): Promise<SavedAnswer> {
  const { organisationId, assessmentId, name, language } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.save", guardedAssessment(assessment));
    if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
    const form = await formOfSent(portal, tx, organisationId, assessmentId);
    const index = form.indexOf.get(questionKey);
    if (index === undefined) throw unknownQuestion();
    const question = form.set.questions[index]!;
    const needsToday = hasDay || question.type === "date";
    await consumeInTx(tx, portal, "answer_save_vendor", ctx.actor.vendorId, now);
    const shown = vendorQuestions(form, language)[index]!;
    const typed = read(question, shown, needsToday ? await todayIn(tx, organisationId, now) : "");
    const current = await findAnswer(tx, organisationId, assessmentId, questionKey);
    const answer = keepsReport(typed, current?.instead);
    const stored = (await listAnswerValues(tx, organisationId, assessmentId)).map(asStored);
    const files = form.asksForFiles ? await countFiles(tx, organisationId, assessmentId) : undefined;
    const stateOf = (answers: StoredAnswer[]) => vendorState(form, assessment.facts as KnownFacts, answers, (key) => files?.get(key) ?? 0);
    const before = stateOf(stored);
    if (before.state.visible[index] === 0) throw unknownQuestion();
    const after = stateOf([...stored.filter((each) => each.questionKey !== questionKey), { questionKey, ...answer }]);
    const isSame = current ? isSameAnswer(answer, current) : isNothing(answer);
    if (!isSame && current && current.revision !== baseRevision) throw conflict(current, shown, wordsOf(ctx));
    const written = { assessment, questionKey, after: current?.revision ?? 0, answer, origin: "vendor", givenBy: name } as const;
    const row = isSame ? current : await writeAnswer(tx, grant, written, now);
    const progress = progressOf(after);
    if (!isSame) await markProgress(tx, grant, assessment, progress, now);
    const { questions } = form.sections[question.section]!;
    return {
      revision: row?.revision ?? 0,
      savedAt: row?.givenAt ?? now,
      givenBy: row ? giverOf(row, wordsOf(ctx)) : name,
      progress,
      sectionProgress: progressOf(after, questions),
      isReshaped: questions.some((each) => shapeOf(before, each) !== shapeOf(after, each)),
    };
  });
}

/** Nothing was said where nothing was: no revision is made for it. */
export const isNothing = ({ value, comment, reason, instead }: AnswerInput): boolean =>
  !isAnswer(value) && comment === "" && reason === "" && instead === null;

const asStored = (row: Pick<AnswerRow, "questionKey" | "value" | "instead">): StoredAnswer => ({ ...row, comment: "", reason: "" });

/** What of a question's surroundings an answer may change: whether it is shown, and whether it asks for a document. */
const shapeOf = (vendor: VendorState, index: number): string => `${vendor.state.visible[index]}${needsEvidence(vendor, index)}`;

export const submitted = (state: string): DomainError => refusal("illegal_transition", ({ refusals }) => refusals.submitted, { state });

export const unknownQuestion = (): DomainError => refusal("not_found", ({ refusals }) => refusals.notAsked);

/** Names who was faster and what they answered. */
export function conflict(current: AnswerRow, question: ReturnType<typeof vendorQuestions>[number], words: Words): DomainError {
  const theirs = theirsOf(current, question, words);
  return refusal("conflict", (said) => said.refusals.meanwhile(giverOf(current, said)), { theirs });
}

export function theirsOf(
  current: Pick<AnswerRow, "value" | "comment" | "reason" | "revision" | "givenBy" | "givenAt"> &
    Partial<Pick<AnswerRow, "origin" | "source">>,
  question: ReturnType<typeof vendorQuestions>[number],
  words: Words,
): VendorConflict {
  const parts = [answerWords(question, current.value, words), current.comment, current.reason].filter(Boolean);
  return { revision: current.revision, by: giverOf(current, words), at: current.givenAt.toISOString(), shown: parts.join("; ") };
}
