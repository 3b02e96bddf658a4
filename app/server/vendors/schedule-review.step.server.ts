// Says when an engagement is reviewed next, and why on that day.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { EngagementRow } from "./engagements.queries.server.ts";
import { updateEngagement } from "./engagements.repo.server.ts";
import { refreshVendorSummary } from "./refresh-vendor-summary.step.server.ts";

/** Refreshes the vendor's summary. The caller records why. */
export async function scheduleReview(
  tx: Tx,
  grant: Grant,
  { id, vendorId }: Pick<EngagementRow, "id" | "vendorId">,
  next: { dueOn: Day; reason: string },
  now: Date,
): Promise<void> {
  const change = { nextReviewOn: next.dueOn, nextReviewReason: next.reason, updatedAt: now };
  await updateEngagement(tx, grant.organisationId, id, change);
  await refreshVendorSummary(tx, grant.organisationId, vendorId, now);
}
