// What an assessment leaves on its engagement: the result it shows from now on, and with a decision the day of the next review.
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { EngagementRow } from "./engagements.queries.server.ts";
import { updateEngagement } from "./engagements.repo.server.ts";
import { refreshVendorSummary } from "./refresh-vendor-summary.step.server.ts";

export type EngagementResult = Pick<EngagementRow, "resultId" | "scoreBps" | "assuranceBps" | "grade" | "residual"> &
  Partial<Pick<EngagementRow, "decisionId" | "decidedAt" | "nextReviewOn" | "nextReviewReason">>;

/** Refreshes the vendor's summary. The caller records why. */
export async function setEngagementResult(
  tx: Tx,
  grant: Grant,
  { id, vendorId }: Pick<EngagementRow, "id" | "vendorId">,
  result: EngagementResult,
  now: Date,
): Promise<void> {
  await updateEngagement(tx, grant.organisationId, id, { ...result, updatedAt: now });
  await refreshVendorSummary(tx, grant.organisationId, vendorId, now);
}
