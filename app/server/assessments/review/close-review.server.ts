// Ends a review: the reviewed score is stored and no longer provisional, findings follow the determinations, the engagement goes to its
// decision. Reopening is possible until a decision is signed.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import { mustBeDetermined } from "#app/domain/assessment/determinations.ts";
import type { EngagementStatus } from "#app/domain/engagement/engagement-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { followDeterminations } from "../../findings/follow-determinations.step.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { todayIn } from "../../platform/organisation.queries.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { refreshVendorSummary } from "../../vendors/refresh-vendor-summary.step.server.ts";
import { setEngagementStatus } from "../../vendors/set-engagement-status.step.server.ts";
import { getAddressee } from "../addressees.queries.server.ts";
import { updateAssessment } from "../assessments.repo.server.ts";
import { listClarifications } from "../clarifications.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { requireOtherDeterminer } from "./other-determiner.server.ts";
import { recordResult } from "./record-result.step.server.ts";
import { type ReviewingData, readReviewing } from "./reviewing.queries.server.ts";

export interface OpenReviewItem {
  questionKey: string;
  why: "not_determined" | "evidence_unread" | "clarification_open";
}

/** What has to be done before the review can be closed, in file order. */
export function openReviewItems(
  { items }: Pick<ReviewingData, "items">,
  asked: readonly { questionKey: string; status: string }[],
): OpenReviewItem[] {
  const undetermined = items.filter((item) => (mustBeDetermined(item) || item.isCorrected) && !item.isDetermined);
  const unread = items.filter((item) => item.isKnockOut && item.hasUnreadEvidence);
  const waiting = asked.filter(({ status }) => status !== "answered");
  return [
    ...undetermined.map(({ questionKey }) => ({ questionKey, why: "not_determined" as const })),
    ...unread.map(({ questionKey }) => ({ questionKey, why: "evidence_unread" as const })),
    ...waiting.map(({ questionKey }) => ({ questionKey, why: "clarification_open" as const })),
  ];
}

/** Throws conflict with data.open (OpenReviewItem[]) while something is left to do. Returns the id of the stored result. */
export async function closeReview(ctx: PersonContext, assessmentId: string): Promise<string> {
  const { organisationId, personId } = ctx.actor;
  const { portal, now } = ctx;
  return portal.store.tx(organisationId, async (tx) => {
    const today = await todayIn(tx, organisationId, now);
    const reviewing = await readReviewing(portal, tx, organisationId, assessmentId, today);
    const { assessment } = reviewing.review;
    const grant = authorize(ctx, "review.close", guardedAssessment(assessment));
    const status = transition(assessment.status as AssessmentStatus, "close_review");
    await requireOtherDeterminer(tx, grant, ctx, assessment);
    const open = openReviewItems(reviewing, await listClarifications(tx, organisationId, assessmentId));
    if (open.length > 0)
      throw new DomainError("conflict", `${open.length} answers still need you before the review can be closed.`, { open });
    const { resultId, result } = await recordResult(tx, grant, portal, assessment, "reviewed", today, now);
    const { vendorId, engagementId } = assessment;
    const { engagement } = await getAddressee(tx, organisationId, engagementId);
    await followDeterminations(tx, grant, portal, { reviewing, result, ownerId: engagement.ownerId }, now);
    const closed = { status, statusAt: now, reviewClosedAt: now, reviewClosedById: personId };
    await updateAssessment(tx, organisationId, assessmentId, closed);
    await recordAuditEvent(tx, grant, { type: "review.closed", objectId: assessmentId, vendorId, data: {} }, now);
    if (!isOutOfProcess(engagement.status as EngagementStatus)) await setEngagementStatus(tx, grant, engagement, "close_review", "", now);
    await refreshVendorSummary(tx, organisationId, vendorId, now);
    return resultId;
  });
}

/** An engagement that is leaving, or was withdrawn meanwhile, stays where it is. */
const isOutOfProcess = (status: EngagementStatus): boolean =>
  status === "offboarding" || status === "offboarded" || status === "withdrawn" || status === "declined" || status === "requested";
