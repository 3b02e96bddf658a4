// Writes the next revision of an engagement's inherent-risk answers and lets tier and facts follow. Earlier revisions stay.
// A running assessment keeps the facts it was sent with; these count from the next sending on.

import { DomainError } from "#app/domain/errors.ts";
import { tierOf } from "#app/domain/risk/inherent-risk.ts";
import type { Levels, Tier } from "#app/domain/risk/risk-levels.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { findInherentRisk, getEngagement, type InherentRiskRow } from "./engagements.queries.server.ts";
import { insertInherentRisk, updateEngagement } from "./engagements.repo.server.ts";
import { inherentRiskForm } from "./inherent-risk-form.queries.server.ts";
import { refreshVendorSummary } from "./refresh-vendor-summary.step.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

export interface Revised {
  irqId: string;
  revision: number;
  tier: Tier;
  levels: Levels;
}

export type InherentRiskChange = (
  before: InherentRiskRow,
  levels: Levels,
) => Partial<Omit<InherentRiskRow, "id" | "revision" | "organisationId" | "engagementId">>;

/** `change` returns what differs from the newest revision; `tier` is recomputed unless an override stands. */
export async function reviseInherentRisk(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  engagementId: string,
  change: InherentRiskChange,
  now: Date,
): Promise<Revised> {
  const { organisationId } = grant;
  const engagement = await getEngagement(tx, organisationId, engagementId);
  const vendor = await getVendor(tx, organisationId, engagement.vendorId);
  const before = await findInherentRisk(tx, organisationId, engagementId);
  if (!before) throw new DomainError("illegal_transition", "The inherent-risk questions are not answered yet.", { state: "not answered" });
  const form = await inherentRiskForm(portal, tx, organisationId);
  const next = { ...before, ...change(before, form.levelsOf(before.answers)) };
  form.requireAnswers(next.answers);
  const levels = form.levelsOf(next.answers);
  const computedTier = tierOf(levels).tier;
  const tier = next.overrideReason === null ? computedTier : (next.tier as Tier);
  const irqId = portal.ids.next("inherentRisk", now);
  const revision = before.revision + 1;
  await insertInherentRisk(tx, { ...next, id: irqId, revision, computedTier, tier });
  const facts = form.factsOf(next.answers, vendor.category as Category, tier);
  await updateEngagement(tx, organisationId, engagementId, { tier, facts: { ...facts }, updatedAt: now });
  await refreshVendorSummary(tx, organisationId, engagement.vendorId, now);
  return { irqId, revision, tier, levels };
}
