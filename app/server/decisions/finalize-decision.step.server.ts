// What a decision changes once its last signature is given: the assessment is decided, the engagement carries its result and moves on,
// the vendor's summary follows, and the signed PDF is queued. A decision that did not come this far changes nothing.
import { transition as assessmentTransition, type AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import { engagementVerbOf, isApproval, outcomeTexts } from "#app/domain/assessment/decision-outcomes.ts";
import { score } from "#app/domain/assessment/score.ts";
import { resultJson } from "#app/domain/assessment/score-result.ts";
import { DomainError } from "#app/domain/errors.ts";
import { updateAssessment } from "../assessments/assessments.repo.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { enqueueJob } from "../jobs/enqueue-job.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { updateEngagement } from "../vendors/engagements.repo.server.ts";
import { refreshVendorSummary } from "../vendors/refresh-vendor-summary.step.server.ts";
import { setEngagementStatus } from "../vendors/set-engagement-status.step.server.ts";
import type { DecisionFactsRead } from "./decision-facts.queries.server.ts";
import { type DecisionRow, updateDecision } from "./decisions.repo.server.ts";
import { hashText } from "./hash-text.server.ts";

/** Throws illegal_transition when assessment or engagement cannot take the step. */
export async function finalizeDecision(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  decision: DecisionRow,
  facts: DecisionFactsRead,
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { assessment, engagement, vendor } = facts;
  const resultId = await recordDecidedResult(tx, grant, portal, facts, now);
  await updateDecision(tx, organisationId, decision.id, { resultId, status: "final" });
  const status = assessmentTransition(assessment.status as AssessmentStatus, "decide");
  await updateAssessment(tx, organisationId, assessment.id, { status, statusAt: now, decidedAt: now });
  const verb = engagementVerbOf[decision.outcome];
  await setEngagementStatus(tx, grant, engagement, verb, `Decision: ${outcomeTexts[decision.outcome].toLowerCase()}`, now);
  const { scoreBps, assuranceBps, grade } = facts.reviewed!.row;
  const chosen = facts.review.dueOn === decision.nextReviewOn ? facts.review.reason : "Set with the decision";
  await updateEngagement(tx, organisationId, engagement.id, {
    decisionId: decision.id,
    resultId,
    scoreBps,
    assuranceBps,
    grade,
    residual: decision.residual,
    decidedAt: now,
    updatedAt: now,
    ...(isApproval(decision.outcome) ? { nextReviewOn: decision.nextReviewOn, nextReviewReason: chosen } : {}),
  });
  await refreshVendorSummary(tx, organisationId, vendor.id, now);
  const job = { kind: "report.produce", key: `report ${decision.id}`, payload: { decisionId: decision.id }, runAt: now } as const;
  await enqueueJob(tx, organisationId, job, now);
}

/** The reviewed score again, now naming what was accepted: the numbers are the same by the method. */
async function recordDecidedResult(tx: Tx, grant: Grant, portal: Portal, facts: DecisionFactsRead, now: Date): Promise<string> {
  const { organisationId } = grant;
  const { assessment, form, reviewed, acceptances } = facts;
  if (!reviewed) throw new DomainError("illegal_transition", "The review has to be closed first.", { state: assessment.status });
  const riskAccepted = form.set.questions.flatMap(({ key, index }) => {
    const subjects = [`knock_out:${form.keys[index]}`, `unproven:${form.keys[index]}`];
    return acceptances.some(({ subject, status }) => status === "in_force" && subjects.includes(subject)) ? [key] : [];
  });
  const input = { ...reviewed.input, ...(riskAccepted.length > 0 ? { riskAccepted } : {}) };
  const result = score(form.set, input);
  const json = resultJson(result);
  const id = portal.ids.next("result", now);
  const { scoreBps, uncappedBps, coverageBps, assuranceBps, grade } = result;
  await tx.db.insert(tx.t.results).values({
    id,
    organisationId,
    assessmentId: assessment.id,
    engagementId: assessment.engagementId,
    kind: "decided",
    asOn: reviewed.row.asOn,
    input: JSON.stringify(input),
    json,
    scoreBps,
    uncappedBps,
    coverageBps,
    assuranceBps,
    grade,
    createdAt: now,
  });
  const data = { assessmentId: assessment.id, kind: "decided", scoreBps, grade, coverageBps, sha256: hashText(json) };
  await recordAuditEvent(tx, grant, { type: "score.recorded", objectId: id, vendorId: assessment.vendorId, data }, now);
  return id;
}
