// The reviewer's word on one answer. It stands beside the vendor's answer, never over it; a newer one is a new revision. A determination
// that opens questions the vendor's answer had hidden returns them to the vendor as clarifications.
import { knockOutNaRefusal, refusals } from "#app/domain/access/separation-of-duties.ts";
import { type AssessmentStatus, takesDeterminations, transition } from "#app/domain/assessment/assessment-status.ts";
import {
  acceptsNotApplicable,
  type Determination,
  determinationRefusal,
  determinationRefusals,
  type Verdict,
} from "#app/domain/assessment/determinations.ts";
import { reviewedState } from "#app/domain/assessment/review-items.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { type AnswerValue, isAnswer } from "#app/domain/questionnaire/answer.ts";
import { answerProblem } from "#app/domain/questionnaire/check-answer.ts";
import type { CompiledQuestion } from "#app/domain/questionnaire/compiled.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize, type Grant, refusedByRule } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { dropDraft } from "./clarifications.repo.server.ts";
import { insertDetermination } from "./determinations.repo.server.ts";
import { askForOpened, draftClarification } from "./draft-clarification.step.server.ts";
import { requireOtherDeterminer } from "./other-determiner.server.ts";
import { type ReviewData, readReview } from "./review.queries.server.ts";
import { readRegistrar, reviewersOf } from "./review-trail.queries.server.ts";

export interface DeterminationInput {
  verdict: Verdict;
  /** The answer that counts instead; with "adjusted" only. */
  value?: AnswerValue;
  /** Printed in the report; what a clarification asks the vendor. */
  reason?: string;
  /** For ourselves; never leaves the review. */
  note?: string;
}

/**
 * Throws invalid with data.fields (verdict, value, reason), forbidden when a not-applicable of a knock-out needs somebody else,
 * illegal_transition when the review is over.
 */
export async function recordDetermination(
  ctx: PersonContext,
  assessmentId: string,
  questionKey: string,
  input: DeterminationInput,
): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const today = await todayIn(tx, organisationId, now);
    const review = await readReview(portal, tx, organisationId, assessmentId, today);
    const { assessment, form } = review;
    const question = form.set.questions[form.indexOf.get(questionKey) ?? -1];
    const answer = review.answers.get(questionKey);
    const given: Determination = { verdict: input.verdict, value: input.value ?? null, reason: input.reason?.trim() ?? "" };
    const naAccepted = acceptsNotApplicable(given, answer?.value ?? null);
    const isKnockOutNa = naAccepted && question?.isBlocker === true && question.isScored;
    const permission = isKnockOutNa ? "determination.accept_knock_out_na" : "determination.record";
    const grant = authorize(ctx, permission, guardedAssessment(assessment));
    requireOpen(assessment);
    const before = reviewedState(review, today);
    if (!question || before.visible[question.index] === 0) throw new DomainError("not_found", "This question is not asked here.");
    await requireOtherDeterminer(tx, grant, ctx, assessment);
    check(review, question, given, today);
    if (isKnockOutNa) {
      const registeredById = await readRegistrar(tx, organisationId, assessment.vendorId);
      const refusal = knockOutNaRefusal(ctx.actor, { registeredById, reviewerIds: reviewersOf(review.history, questionKey) });
      if (refusal) throw refusedByRule(grant, refusal, `A second person has to accept this. ${refusals[refusal]}`);
    }
    const known = review.determinations.get(questionKey);
    const row = {
      id: portal.ids.next("determination", now),
      organisationId,
      assessmentId,
      questionKey,
      revision: (known?.revision ?? 0) + 1,
      answerRevision: answer?.revision ?? 0,
      ...given,
      naAccepted,
      note: input.note?.trim() ?? "",
      carried: false,
      byId: personId,
      at: now,
    };
    await startReview(tx, grant, assessment, now);
    await insertDetermination(tx, row);
    const { revision, answerRevision, verdict } = row;
    const data = { questionKey, revision, answerRevision, verdict, naAccepted };
    const { vendorId } = assessment;
    await recordAuditEvent(tx, grant, { type: "determination.recorded", objectId: assessmentId, vendorId, data }, now);
    if (verdict === "clarify") await draftClarification(tx, grant, portal, { assessmentId, questionKey, ask: given.reason }, now);
    else await dropDraft(tx, organisationId, assessmentId, questionKey);
    const after = { ...review, determinations: new Map(review.determinations).set(questionKey, row) };
    if (assessment.method === null) await askForOpened(tx, grant, portal, { review: after, before, today }, now);
  });
}

export function requireOpen({ status }: Pick<AssessmentRow, "status">): void {
  if (takesDeterminations(status as AssessmentStatus)) return;
  throw new DomainError("illegal_transition", "Determinations are recorded between submission and the end of the review.", {
    state: status,
  });
}

/** The first determination starts the review. */
export async function startReview(tx: Tx, grant: Grant, assessment: AssessmentRow, now: Date): Promise<void> {
  if (assessment.status !== "submitted") return;
  const { id, vendorId } = assessment;
  await updateAssessment(tx, grant.organisationId, id, { status: transition("submitted", "review"), statusAt: now });
  await recordAuditEvent(tx, grant, { type: "review.started", objectId: id, vendorId, data: {} }, now);
}

function check(review: ReviewData, question: CompiledQuestion, given: Determination, today: Day): void {
  const key = review.form.keys[question.index]!;
  if (given.verdict === "clarify" && review.assessment.method === "from_documents") {
    throw invalid("verdict", "Nobody can be asked: it is answered from documents. Adjust or reject it, or open the answers again.");
  }
  const answer = review.answers.get(key);
  const isFile = question.type === "file";
  const hasFile = isFile && ((review.pieces.get(key)?.length ?? 0) > 0 || answer?.instead != null);
  const refusal = determinationRefusal(given, isAnswer(answer?.value) ? answer.value : hasFile ? "attached" : null);
  const field = refusal === "needs_reason" ? "reason" : refusal === "nothing_to_accept" ? "verdict" : "value";
  if (refusal) throw invalid(field, determinationRefusals[refusal]);
  if (given.verdict !== "adjusted") return;
  if (isFile && given.value !== "na" && given.value !== "declined") {
    throw invalid("verdict", "A document is accepted or rejected; there is nothing to adjust.");
  }
  const determination = { is: "adjusted" as const, value: given.value as AnswerValue, reason: given.reason };
  const problem = answerProblem(question, { determination }, today);
  if (problem) throw invalid(problem.path === "reason" ? "reason" : "value", problem.message);
}

const invalid = (field: string, message: string): DomainError => new DomainError("invalid", message, { fields: { [field]: message } });
