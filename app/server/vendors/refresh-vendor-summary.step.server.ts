// Keeps what a vendor shows of its engagements, and the counts of the tier strip, true. Every verb that changes an engagement's status,
// tier or result calls it last, in the same tx; whoever forgets it makes lists lie.

import { type EngagementStatus, isOver } from "#app/domain/engagement/engagement-status.ts";
import { bandOfTier, type Tier } from "#app/domain/risk/risk-levels.ts";
import { shownEngagement, vendorStanding } from "#app/domain/vendor/vendor-standing.ts";
import type { Tx } from "../platform/store.server.ts";
import { listEngagements } from "./engagements.queries.server.ts";
import { countKnockOuts } from "./engagements.repo.server.ts";
import { getVendor, type VendorRow } from "./vendors.queries.server.ts";
import { addToTally, type TallyKey, updateVendor } from "./vendors.repo.server.ts";

/** `isNew`: the vendor was inserted in this tx and is not counted yet. */
export async function refreshVendorSummary(tx: Tx, organisationId: string, vendorId: string, now: Date, isNew = false): Promise<void> {
  const before = await getVendor(tx, organisationId, vendorId);
  const rows = await listEngagements(tx, organisationId, vendorId);
  const engagements = rows.map((row) => ({
    row,
    id: row.id,
    status: row.status as EngagementStatus,
    tier: row.tier as Tier,
    residual: row.residual,
    inherent: bandOfTier[row.tier as Tier],
    scoreBps: row.scoreBps,
  }));
  const shown = shownEngagement(engagements)?.row;
  const reviews = rows
    .filter(({ nextReviewOn, status }) => nextReviewOn !== null && !isOver(status as EngagementStatus))
    .sort((a, b) => ((a.nextReviewOn ?? "") < (b.nextReviewOn ?? "") ? -1 : 1));
  const change = {
    standing: vendorStanding(engagements.map(({ status }) => status)),
    engagementId: shown?.id ?? null,
    tier: shown?.tier ?? before.tier,
    residual: shown?.residual ?? null,
    scoreBps: shown?.scoreBps ?? null,
    assuranceBps: shown?.assuranceBps ?? null,
    grade: shown?.grade ?? null,
    knockOuts: shown?.resultId ? await countKnockOuts(tx, organisationId, shown.resultId) : 0,
    nextReviewOn: reviews[0]?.nextReviewOn ?? null,
    nextReviewReason: reviews[0]?.nextReviewReason ?? null,
  };
  await changeVendor(tx, organisationId, before, { ...change, updatedAt: now }, isNew);
}

/** Changes a vendor's row and moves it between the counts; `isNew` as above. */
export async function changeVendor(
  tx: Tx,
  organisationId: string,
  before: VendorRow,
  change: Partial<VendorRow>,
  isNew = false,
): Promise<void> {
  await updateVendor(tx, organisationId, before.id, change);
  const [was, is] = [tallyKey(before), tallyKey({ ...before, ...change })];
  if (!isNew && JSON.stringify(was) === JSON.stringify(is)) return;
  if (!isNew) await addToTally(tx, organisationId, was, -1);
  await addToTally(tx, organisationId, is, 1);
}

function tallyKey({
  tier,
  residual,
  grade,
  standing,
  category,
}: Pick<VendorRow, "tier" | "residual" | "grade" | "standing" | "category">): TallyKey {
  return { tier, residual: residual ?? "", grade: grade ?? "", standing, category };
}
