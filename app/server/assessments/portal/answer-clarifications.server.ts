// The vendor answers a round of clarifications: a new revision of each answer asked about, beside the old one, under a name and a role.
// Only these answers can change.
import { type AnswerField, type AnswerInput, keepsReport, type RawAnswer, readAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { missingBefore, progressOf, vendorState } from "#app/domain/assessment/vendor-state.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { problemWords } from "#app/i18n/answer-words.ts";
import { en } from "#app/i18n/en.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { countFiles, listFileUses } from "../answers.repo.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { hashAnswers } from "../hash-answers.server.ts";
import { insertSubmission, markClarificationAnswered } from "../messages.repo.server.ts";
import { onSubmitted } from "../review/on-submitted.step.server.ts";
import { lastRound } from "../submissions.queries.server.ts";
import { type Attestation, requireAttestation } from "./submit-assessment.server.ts";
import { vendorQuestions } from "./vendor-questions.server.ts";
import { writeAnswer } from "./write-answer.step.server.ts";

export interface AnswerClarificationsInput extends Attestation {
  answers: readonly { questionKey: string; raw: RawAnswer }[];
}

/** Throws invalid with data.problems (question -> field -> text) or data.fields for name and role; nothing is saved then. */
export async function answerClarifications(ctx: VendorContext, input: AnswerClarificationsInput): Promise<void> {
  const { organisationId, assessmentId, name: givenBy } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "clarification.answer", guardedAssessment(assessment));
    const status = transition(assessment.status as AssessmentStatus, "answer_clarification");
    const asked = (await listClarifications(tx, organisationId, assessmentId)).filter((each) => each.status === "sent");
    const form = await formOf(portal, tx, organisationId, assessmentId);
    const today = await todayIn(tx, organisationId, now);
    const current = new Map((await listAnswers(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
    const problems: Record<string, Partial<Record<AnswerField, string>>> = {};
    const read = new Map<string, AnswerInput>();
    for (const { questionKey } of asked) {
      const given = input.answers.find((answer) => answer.questionKey === questionKey);
      const index = form.indexOf.get(questionKey);
      if (!given || index === undefined)
        throw new DomainError("invalid", "Answer every question of the list.", { problems: { [questionKey]: {} } });
      const result = readAnswer(vendorQuestions(form)[index]!, given.raw, today);
      if (result.ok) {
        const answer = { ...result.answer, comment: given.raw.comment.trim() };
        read.set(questionKey, keepsReport(answer, current.get(questionKey)?.instead));
      } else problems[questionKey] = { [result.field]: problemWords(result.problem, en.portal) };
    }
    const stored = new Map(current) as Map<string, AnswerInput & { questionKey: string }>;
    for (const [questionKey, answer] of read) stored.set(questionKey, { questionKey, ...answer });
    const files = await countFiles(tx, organisationId, assessmentId);
    const after = vendorState(form, assessment.facts as KnownFacts, stored.values(), (key) => files.get(key) ?? 0);
    for (const { questionKey, code } of missingBefore(after)) {
      if (!read.has(questionKey)) continue;
      const field = ({ no_answer: "value", no_comment: "comment", no_reason: "reason", no_evidence: "instead" } as const)[code];
      problems[questionKey] = { [field]: en.portal.blockers[code], ...problems[questionKey] };
    }
    if (Object.keys(problems).length > 0)
      throw new DomainError("invalid", "Some answers need another look. Nothing was saved.", { problems });
    requireAttestation(input);
    for (const { id, questionKey } of asked) {
      const follows = current.get(questionKey)?.revision ?? 0;
      const answer = read.get(questionKey)!;
      await writeAnswer(tx, grant, { assessment, questionKey, after: follows, answer, origin: "clarification", givenBy }, now);
      await markClarificationAnswered(tx, organisationId, id, now);
    }
    const { answered, required } = progressOf(after);
    await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, answered, required });
    const round = (await lastRound(tx, organisationId, assessmentId)) + 1;
    const answersSha256 = hashAnswers(
      await listAnswers(tx, organisationId, assessmentId),
      await listFileUses(tx, organisationId, assessmentId),
    );
    const id = portal.ids.next("submission", now);
    const signed = { name: input.name.trim(), role: input.role.trim() };
    await insertSubmission(tx, { id, organisationId, assessmentId, round, ...signed, at: now, answersSha256 });
    const { vendorId } = assessment;
    const data = { round: asked[0]?.round ?? round, questionKeys: asked.map(({ questionKey }) => questionKey) };
    await recordAuditEvent(tx, grant, { type: "clarification.answered", objectId: assessmentId, vendorId, data }, now);
    await onSubmitted(tx, grant, portal, assessment, now);
  });
}
