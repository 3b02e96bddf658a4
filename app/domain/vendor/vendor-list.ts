// What the vendor list can be asked for: filters, sorting and place, all of it in the address.
import type { Grade } from "../risk/residual-risk.ts";
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
  /** "none": not graded. */
  grade?: Grade | "none" | undefined;
  ownerId?: string | undefined;
}

export interface VendorListRequest {
  filter: VendorFilter;
  sort: VendorSort;
  /** Opaque place of the row before (or after) this page. */
  after?: string | undefined;
  before?: string | undefined;
}

/** The address of a list: filters, sorting and place in it, so that it can be linked, bookmarked and gone back to. */
export function vendorListAddress({ filter, sort, after, before }: VendorListRequest): string {
  const { q, tier, category, standing, residual, grade, ownerId: owner } = filter;
  const all = { q, tier, category, standing, residual, grade, owner, sort: sort === "name" ? undefined : sort, after, before };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value !== undefined) params.set(name, String(value));
  const query = params.toString();
  return query === "" ? "/vendors" : `/vendors?${query}`;
}
