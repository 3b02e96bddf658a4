// What a vendor shows of its engagements: the standing furthest along, and the engagement whose result it carries
// (docs: product, "The life cycle"; scoring, "Which result counts").
import { type EngagementStatus, engagementStatuses, isActive } from "#app/domain/engagement/engagement-status.ts";
import { type RiskBand, severityOfBand, type Tier } from "#app/domain/risk/risk-levels.ts";

/** A vendor's standing is an engagement's status, or "prospect" before it has any. */
export const vendorStandings = [...engagementStatuses, "prospect"] as const;
export type VendorStanding = (typeof vendorStandings)[number];

// A vendor is active while any engagement is; after that, what matters most comes first.
const precedence: readonly EngagementStatus[] = [
  "active",
  "active_not_assessed",
  "suspended",
  "offboarding",
  "decision",
  "due_diligence",
  "screening",
  "requested",
  "on_hold",
  "declined",
  "withdrawn",
  "offboarded",
];

export function vendorStanding(statuses: readonly EngagementStatus[]): VendorStanding {
  return precedence.find((status) => statuses.includes(status)) ?? "prospect";
}

export interface EngagementResult {
  readonly id: string;
  readonly status: EngagementStatus;
  readonly tier: Tier;
  /** Null before anything was decided: then the inherent risk stands. */
  readonly residual: RiskBand | null;
  readonly inherent: RiskBand;
  readonly scoreBps: number | null;
}

/**
 * The engagement a vendor shows, by name: among the active ones the highest residual risk, then the stricter tier, then the lower score
 * (none counts as lowest), then the older id. Without an active one, the furthest along. Undefined without engagements.
 */
export function shownEngagement<E extends EngagementResult>(engagements: readonly E[]): E | undefined {
  const active = engagements.filter(({ status }) => isActive(status));
  const pool = active.length > 0 ? active : engagements.filter(({ status }) => status === vendorStanding(engagements.map((e) => e.status)));
  const risk = (e: E) => severityOfBand(e.residual ?? e.inherent);
  return [...pool].sort(
    (a, b) => risk(b) - risk(a) || a.tier - b.tier || (a.scoreBps ?? -1) - (b.scoreBps ?? -1) || (a.id < b.id ? -1 : 1),
  )[0];
}
