// The vendor answers a round of clarifications: a new revision of each answer asked about, beside the old one, under a name and a role.
// Only these answers can change.
import type { RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { listAnswers } from "../answers.queries.server.ts";
import { countFiles } from "../answers.repo.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { markClarificationAnswered } from "../messages.repo.server.ts";
import { onSubmitted } from "../review/on-submitted.step.server.ts";
import { readGivenAnswers } from "./read-given-answers.server.ts";
import { signAnswers } from "./sign-answers.step.server.ts";
import { type Attestation, requireAttestation } from "./submit-assessment.server.ts";
import { writeAnswer } from "./write-answer.step.server.ts";

export interface AnswerClarificationsInput extends Attestation {
  answers: readonly { questionKey: string; raw: RawAnswer }[];
}

/** Throws invalid with data.problems (question -> field -> text) or data.fields for name and role; nothing is saved then. */
export async function answerClarifications(ctx: VendorContext, input: AnswerClarificationsInput): Promise<void> {
  const { organisationId, assessmentId, name: givenBy, language } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "clarification.answer", guardedAssessment(assessment));
    const status = transition(assessment.status as AssessmentStatus, "answer_clarification");
    const asked = (await listClarifications(tx, organisationId, assessmentId)).filter((each) => each.status === "sent");
    const form = await formOf(portal, tx, organisationId, assessmentId);
    const current = new Map((await listAnswers(tx, organisationId, assessmentId)).map((row) => [row.questionKey, row]));
    const given = asked.map(({ questionKey }) => {
      const answer = input.answers.find((each) => each.questionKey === questionKey);
      if (!answer) throw refusal("invalid", ({ refusals }) => refusals.answerEvery, { problems: { [questionKey]: {} } });
      return answer;
    });
    const facts = assessment.facts as KnownFacts;
    const files = await countFiles(tx, organisationId, assessmentId);
    const today = await todayIn(tx, organisationId, now);
    const { read, after } = readGivenAnswers({ form, facts, current, files, given, today, language });
    requireAttestation(input);
    for (const { id, questionKey } of asked) {
      const follows = current.get(questionKey)?.revision ?? 0;
      const answer = read.get(questionKey)!;
      await writeAnswer(tx, grant, { assessment, questionKey, after: follows, answer, origin: "clarification", givenBy }, now);
      await markClarificationAnswered(tx, organisationId, id, now);
    }
    const { answered, required } = progressOf(after);
    await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, answered, required });
    const { round } = await signAnswers(tx, grant, portal, { assessmentId, ...input }, now);
    const { vendorId } = assessment;
    const data = { round: asked[0]?.round ?? round, questionKeys: asked.map(({ questionKey }) => questionKey) };
    await recordAuditEvent(tx, grant, { type: "clarification.answered", objectId: assessmentId, vendorId, data }, now);
    await onSubmitted(tx, grant, portal, assessment, now);
  });
}
