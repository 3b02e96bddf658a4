// What follows when a final decision is withdrawn: its assessment waits for a decision again, the engagement is no longer in use on the
// strength of it and shows the result of the decision before, and an addendum to the signed documents says so. The documents stay.
import { reopenDecided } from "../assessments/reopen-decided.step.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { openAddendum } from "../reports/addenda/open-addendum.step.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import { type EngagementResult, setEngagementResult } from "../vendors/set-engagement-result.step.server.ts";
import { setEngagementStatus } from "../vendors/set-engagement-status.step.server.ts";
import { type DecisionRow, listFinalDecisions } from "./decisions.queries.server.ts";
import { findResultById } from "./review-record.queries.server.ts";

/** The caller marked it withdrawn, and records that. Throws illegal_transition when the engagement is over already. */
export async function withdrawFinalDecision(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  decision: DecisionRow,
  reason: string,
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { assessmentId, engagementId } = decision;
  const engagement = await getEngagement(tx, organisationId, engagementId);
  await reopenDecided(tx, grant, assessmentId, now);
  await setEngagementStatus(tx, grant, engagement, "withdraw_decision", `Decision withdrawn: ${reason}`, now);
  if (engagement.decisionId === decision.id) {
    const [before] = await listFinalDecisions(tx, organisationId, engagementId);
    await setEngagementResult(tx, grant, engagement, await resultOf(tx, before), now);
  }
  await openAddendum(tx, grant, portal, { decision, cause: "decision_withdrawn", subjectId: decision.id, reason }, now);
}

const none: EngagementResult = {
  decisionId: null,
  resultId: null,
  scoreBps: null,
  assuranceBps: null,
  grade: null,
  residual: null,
  decidedAt: null,
  nextReviewOn: null,
  nextReviewReason: null,
};

/** As the decision left it; nothing without one. */
async function resultOf(tx: Tx, decision: DecisionRow | undefined): Promise<EngagementResult> {
  const stored = decision && (await findResultById(tx, decision.organisationId, decision.resultId));
  if (!decision || !stored) return none;
  const { id: resultId, scoreBps, assuranceBps, grade } = stored.row;
  const { id: decisionId, residual, nextReviewOn, nextReviewReasons, countersignedAt, signedAt } = decision;
  const nextReviewReason = nextReviewReasons.find(({ on }) => on === nextReviewOn)?.reason ?? (nextReviewOn === null ? null : "decision");
  const decidedAt = countersignedAt ?? signedAt;
  return { decisionId, resultId, scoreBps, assuranceBps, grade, residual, decidedAt, nextReviewOn, nextReviewReason } as EngagementResult;
}
