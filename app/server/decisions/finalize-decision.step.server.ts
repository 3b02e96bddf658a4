// What a decision changes once its last signature is given: the assessment is decided, the engagement carries its result and moves on,
// the vendor's summary follows, and the signed PDF is queued. A decision that did not come this far changes nothing.
import { engagementVerbOf, isApproval, outcomeTexts } from "#app/domain/assessment/decision-outcomes.ts";
import { markDecided } from "../assessments/mark-decided.step.server.ts";
import { recordResult } from "../assessments/review/record-result.step.server.ts";
import { enqueueJob } from "../jobs/enqueue-job.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { setEngagementResult } from "../vendors/set-engagement-result.step.server.ts";
import { setEngagementStatus } from "../vendors/set-engagement-status.step.server.ts";
import type { DecisionFactsRead } from "./decision-facts.queries.server.ts";
import type { DecisionRow } from "./decisions.queries.server.ts";
import { updateDecision } from "./decisions.repo.server.ts";

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
  const { assessment, engagement } = facts;
  // The reviewed score as of today, now naming what was accepted: an acceptance changes no number.
  const { resultId, result } = await recordResult(tx, grant, portal, assessment, "decided", facts.today, now);
  await updateDecision(tx, organisationId, decision.id, { resultId, status: "final" });
  await markDecided(tx, grant, assessment, now);
  const verb = engagementVerbOf[decision.outcome];
  await setEngagementStatus(tx, grant, engagement, verb, `Decision: ${outcomeTexts[decision.outcome].toLowerCase()}`, now);
  const { scoreBps, assuranceBps, grade } = result;
  const chosen = facts.review.dueOn === decision.nextReviewOn ? facts.review.reason : "decision";
  const carried = {
    decisionId: decision.id,
    resultId,
    scoreBps,
    assuranceBps,
    grade,
    residual: decision.residual,
    decidedAt: now,
    ...(isApproval(decision.outcome) ? { nextReviewOn: decision.nextReviewOn, nextReviewReason: chosen } : {}),
  };
  await setEngagementResult(tx, grant, engagement, carried, now);
  const job = { kind: "report.produce", key: `report ${decision.id}`, payload: { decisionId: decision.id }, runAt: now } as const;
  await enqueueJob(tx, organisationId, job, now);
}
