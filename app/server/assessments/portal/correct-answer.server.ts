// The vendor sends a correction it asked for: a new revision beside the submitted answer, signed anew. The newest counts, its determination
// is open again, and a review that was closed is reopened. Findings stay until a document or the reviewer shows that they are mended.
import { isSameAnswer, type RawAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { correctionWay } from "#app/domain/assessment/corrections.ts";
import { reviewedState } from "#app/domain/assessment/review-items.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { findDecisionOf } from "../../decisions/decisions.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import { refusal } from "../../platform/refusal.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { wordsOf } from "../../platform/words-of.server.ts";
import { countFiles } from "../answers.repo.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { type CorrectionRow, findOpenCorrection } from "../corrections.queries.server.ts";
import { updateCorrection } from "../corrections.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { askForOpened } from "../review/draft-clarification.step.server.ts";
import { onSubmitted } from "../review/on-submitted.step.server.ts";
import { type ReviewData, readReview } from "../review/review.queries.server.ts";
import { notNow } from "./ask-correction.server.ts";
import { mailCorrected } from "./mail-corrected.step.server.ts";
import { readGivenAnswers } from "./read-given-answers.server.ts";
import { signAnswers } from "./sign-answers.step.server.ts";
import { type Attestation, requireAttestation } from "./submit-assessment.server.ts";
import { writeAnswer } from "./write-answer.step.server.ts";

export interface CorrectionInput extends Attestation {
  questionKey: string;
  raw: RawAnswer;
}

/** Throws invalid (data.problems, data.fields), conflict when we asked about the answer ourselves or nothing was asked for. */
export async function correctAnswer(ctx: VendorContext, input: CorrectionInput): Promise<void> {
  const { organisationId, assessmentId, name: givenBy, language } = ctx.actor;
  const { portal, now } = ctx;
  const { questionKey } = input;
  await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.correct", guardedAssessment(assessment));
    const before = assessment.status as AssessmentStatus;
    const isSigned = (await findDecisionOf(tx, organisationId, assessmentId)) !== undefined;
    if (correctionWay(assessment, isSigned) !== "revise") throw notNow(before);
    const status = transition(before, "correct");
    const correction = await requireAsked(tx, organisationId, assessmentId, questionKey);
    const today = await todayIn(tx, organisationId, now);
    const review = await readReview(portal, tx, organisationId, assessmentId, today);
    const { form, answers: current } = review;
    const files = await countFiles(tx, organisationId, assessmentId);
    const facts = assessment.facts as KnownFacts;
    const { read, after } = readGivenAnswers({ form, facts, current, files, given: [input], today, language });
    const answer = read.get(questionKey)!;
    const old = current.get(questionKey);
    if (old && isSameAnswer(answer, old) && !hasNewDocument(review, correction)) {
      const problems = { [questionKey]: { value: wordsOf(ctx).correct.unchanged } };
      throw refusal("invalid", ({ correct }) => correct.unchanged, { problems });
    }
    requireAttestation(input);
    const follows = old?.revision ?? 0;
    const row = await writeAnswer(tx, grant, { assessment, questionKey, after: follows, answer, origin: "correction", givenBy }, now);
    const { revision } = row;
    await updateCorrection(tx, organisationId, correction.id, { follows, revision, sentAt: now });
    const reopened = before === "reviewed";
    const change = reopened ? { status, statusAt: now, reviewClosedAt: null, reviewClosedById: null } : {};
    const { answered, required } = progressOf(after);
    await updateAssessment(tx, organisationId, assessmentId, { ...change, answered, required });
    await signAnswers(tx, grant, portal, { assessmentId, ...input }, now);
    const { vendorId } = assessment;
    const data = { questionKey, correctionId: correction.id, revision, reopened };
    await recordAuditEvent(tx, grant, { type: "correction.sent", objectId: assessmentId, vendorId, data }, now);
    await onSubmitted(tx, grant, portal, assessment, now);
    const corrected = { ...review, answers: new Map(current).set(questionKey, row) };
    const opened = { review: corrected, before: reviewedState(review, today), today, ask: wordsOf(ctx).correct.opened };
    await askForOpened(tx, grant, portal, opened, now);
    await mailCorrected(tx, grant, portal, assessment, correction.id, now);
  });
}

async function requireAsked(tx: Tx, organisationId: string, assessmentId: string, questionKey: string): Promise<CorrectionRow> {
  const asked = await listClarifications(tx, organisationId, assessmentId);
  if (asked.some((each) => each.status === "sent" && each.questionKey === questionKey))
    throw refusal("conflict", ({ correct }) => correct.askedAlready);
  const correction = await findOpenCorrection(tx, organisationId, assessmentId, questionKey);
  if (!correction) throw refusal("conflict", ({ correct }) => correct.sayWhyFirst);
  return correction;
}

const hasNewDocument = ({ evidence }: ReviewData, { questionKey, askedAt }: CorrectionRow): boolean =>
  (evidence.get(questionKey) ?? []).some(({ uploadedAt }) => uploadedAt >= askedAt);
