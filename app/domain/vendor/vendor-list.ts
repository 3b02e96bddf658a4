// What the vendor list can be asked for: filters, sorting and place, all of it in the address.
import type { RiskBand, Tier } from "../risk/risk-levels.ts";
import type { Category } from "./categories.ts";
import type { VendorStanding } from "./vendor-standing.ts";

export const vendorSorts = ["name", "score", "next_review", "newest"] as const;
export type VendorSort = (typeof vendorSorts)[number];

export interface VendorFilter {
  /** Beginning of any word of name or domain. */
  q?: string | undefined;
  tier?: Tier | undefined;
  category?: Category | undefined;
  standing?: VendorStanding | undefined;
  residual?: RiskBand | undefined;
  ownerId?: string | undefined;
}

export interface VendorListRequest {
  filter: VendorFilter;
  sort: VendorSort;
  /** Opaque place of the row before (or after) this page. */
  after?: string | undefined;
  before?: string | undefined;
}
