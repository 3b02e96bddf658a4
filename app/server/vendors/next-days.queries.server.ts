// The days on which an engagement needs somebody, the first to come first: its review, and what ends before it.
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { evidenceKindRow, isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { type ReviewReason, reviewMonths, reviewReasonTexts } from "#app/domain/monitoring/review-clock.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import type { Reader } from "../platform/store.server.ts";
import type { EngagementFacts } from "./engagement-facts.queries.server.ts";
import type { EngagementRow } from "./engagements.queries.server.ts";

export interface ComingDay {
  on: Day;
  text: string;
  /** The review itself; the others ask for something else. */
  isReview: boolean;
}

export async function nextDays(
  from: Reader,
  organisationId: string,
  engagement: EngagementRow,
  { running, conditions, acceptances }: Pick<EngagementFacts, "running" | "conditions" | "acceptances">,
  today: Day,
): Promise<ComingDay[]> {
  const days: ComingDay[] = [];
  const { nextReviewOn, nextReviewReason, plannedStartOn, status } = engagement;
  if (plannedStartOn && status === "active_not_assessed" && !running)
    days.push({ on: plannedStartOn, text: "First assessment starts: catch-up plan", isReview: false });
  if (nextReviewOn)
    days.push({ on: nextReviewOn, text: `Review: ${reasonText(nextReviewReason, engagement.tier as Tier)}`, isReview: true });
  if (running?.dueOn && (running.status === "sent" || running.status === "in_progress"))
    days.push({ on: running.dueOn, text: "Answers of the vendor are due", isReview: false });
  for (const { number, dueOn, isMet } of conditions) {
    if (dueOn && !isMet) days.push({ on: dueOn, text: `Condition C-${number} ends`, isReview: false });
  }
  for (const { expiresOn, status } of acceptances) {
    if (status === "in_force") days.push({ on: expiresOn, text: "A risk acceptance ends", isReview: false });
  }
  for (const { kind, expiresOn } of await listExpiring(from, organisationId, engagement.id, today)) {
    const label = isEvidenceKind(kind) ? evidenceKindRow(kind).label.en : kind;
    if (expiresOn) days.push({ on: expiresOn, text: `${label} expires`, isReview: false });
  }
  return days.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : Number(b.isReview) - Number(a.isReview))).slice(0, 8);
}

/** Why the review is due, in words; texts that are no code are shown as they are. */
function reasonText(reason: string | null, tier: Tier): string {
  if (reason === null || reason === "tier") return `every ${reviewMonths[tier]} months in tier ${tier}`;
  return reviewReasonTexts[reason as ReviewReason]?.replace(/^./, (first) => first.toLowerCase()) ?? reason;
}

async function listExpiring(from: Reader, organisationId: string, engagementId: string, today: Day) {
  const { evidence: t } = from.t;
  return await from.db
    .select({ kind: t.kind, expiresOn: t.expiresOn })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.engagementId, engagementId), isNull(t.withdrawnAt), gt(t.expiresOn, today)))
    .orderBy(asc(t.expiresOn), asc(t.id))
    .limit(3);
}
