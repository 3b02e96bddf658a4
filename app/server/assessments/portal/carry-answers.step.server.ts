// Fills a new assessment with the answers of an older one, where the question is still the same. Carried answers are marked, and the
// vendor confirms them by submitting.
import { type AssessmentForm, questionnaireOf } from "#app/domain/assessment/assessment-form.ts";
import { isAnswer } from "#app/domain/questionnaire/answer.ts";
import { answerProblem } from "#app/domain/questionnaire/check-answer.ts";
import { isAskedAnew } from "#app/domain/questionnaire/difference.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { formOf, versionsBehind } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { type AnswerRow, listAnswers } from "../answers.queries.server.ts";
import { putAnswer } from "../answers.repo.server.ts";
import { refreshProgress } from "./refresh-progress.step.server.ts";

/** Returns the keys of the questions whose answers were carried. Reviewers' words and promises of documents stay behind. */
export async function carryAnswers(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  fromAssessmentId: string,
  toAssessmentId: string,
  now: Date,
): Promise<string[]> {
  const { organisationId } = grant;
  const before = await formOf(portal, tx, organisationId, fromAssessmentId);
  const form = await formOf(portal, tx, organisationId, toAssessmentId);
  const versions = await versionsBehind(portal, tx, organisationId, form);
  const today = await todayIn(tx, organisationId, now);
  const carried: string[] = [];
  for (const answer of await listAnswers(tx, organisationId, fromAssessmentId)) {
    if (!fits(form, answer, today) || isAnew(before, form, answer.questionKey, versions)) continue;
    const instead = answer.instead?.is === "later" ? null : answer.instead;
    await putAnswer(tx, { ...answer, assessmentId: toAssessmentId, revision: 1, instead, origin: "carried", source: null });
    carried.push(answer.questionKey);
  }
  await refreshProgress(tx, portal, organisationId, toAssessmentId);
  return carried;
}

/** A version published since last time says that answers do not carry over. */
function isAnew(
  before: AssessmentForm,
  after: AssessmentForm,
  questionKey: string,
  versions: ReadonlyMap<string, readonly Questionnaire[]>,
): boolean {
  const [was, is] = [questionnaireOf(before, questionKey), questionnaireOf(after, questionKey)];
  const questionId = after.set.questions[after.indexOf.get(questionKey) ?? -1]?.question.id;
  return was !== undefined && is !== undefined && questionId !== undefined && isAskedAnew(questionId, was, is, versions.get(is.id) ?? []);
}

/** The question exists and takes the answer as it is; a document is given anew. */
function fits(form: AssessmentForm, answer: AnswerRow, today: string): boolean {
  const index = form.indexOf.get(answer.questionKey);
  if (index === undefined || !isAnswer(answer.value)) return false;
  const question = form.set.questions[index]!;
  if (question.type === "file") return false;
  return answerProblem(question, { value: answer.value, reason: answer.reason }, today) === undefined;
}
