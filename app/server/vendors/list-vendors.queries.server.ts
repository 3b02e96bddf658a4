// The vendor list: one indexed page, and counts for the tier strip from the tally table. Nothing here grows with the number of vendors.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { RiskBand, Tier } from "#app/domain/risk/risk-levels.ts";
import { nameKey } from "#app/domain/vendor/vendor-keys.ts";
import type { VendorFilter, VendorListRequest, VendorSort } from "#app/domain/vendor/vendor-list.ts";
import { authorize } from "../platform/authorize.server.ts";
import { decodePlace, encodePlace, type Place } from "../platform/keyset.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { vendorsByPrefix } from "./vendors.repo.server.ts";

export interface VendorListRow {
  id: string;
  name: string;
  domain: string | null;
  category: string;
  tier: number;
  standing: string;
  scoreBps: number | null;
  grade: string | null;
  residual: RiskBand | null;
  nextReviewOn: string | null;
  nextReviewReason: string | null;
  ownerName: string | null;
}

export interface VendorListView {
  rows: VendorListRow[];
  previous: string | undefined;
  next: string | undefined;
  tallies: TierTally[];
}

export interface TierTally {
  tier: Tier;
  residual: RiskBand | "";
  vendors: number;
}

export async function viewVendors(ctx: PersonContext, request: VendorListRequest): Promise<VendorListView> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "vendor.view", { type: "vendor", organisationId });
  const from = ctx.portal.store.read;
  const [page, tallies] = await Promise.all([
    pageOf(from, organisationId, request, ctx.portal.config.pageSize),
    countByTier(from, organisationId, request.filter),
  ]);
  return { ...page, tallies };
}

type Vendors = Reader["t"]["vendors"];

/** Sort column and direction; rows without a value stand last. */
const sorts: Record<
  VendorSort,
  { column: (t: Vendors) => Vendors["nameKey" | "scoreBps" | "nextReviewOn" | "createdAt"]; ascending: boolean; mayBeNull: boolean }
> = {
  name: { column: (t) => t.nameKey, ascending: true, mayBeNull: false },
  score: { column: (t) => t.scoreBps, ascending: true, mayBeNull: true },
  next_review: { column: (t) => t.nextReviewOn, ascending: true, mayBeNull: true },
  newest: { column: (t) => t.createdAt, ascending: false, mayBeNull: false },
};

async function pageOf(from: Reader, organisationId: string, { filter, sort, after, before }: VendorListRequest, size: number) {
  const { vendors: t, people } = from.t;
  const { column, ascending, mayBeNull } = sorts[sort];
  const key = column(t);
  const place = decodePlace(after) ?? decodePlace(before);
  const isBackwards = !decodePlace(after) && decodePlace(before) !== undefined;
  const goesUp = ascending !== isBackwards;
  const direction = goesUp ? asc : desc;
  const nullsLast = mayBeNull ? [sql`${key} is null ${sql.raw(isBackwards ? "desc" : "asc")}`] : [];
  const rows = await from.db
    .select({
      id: t.id,
      name: t.name,
      domain: t.domain,
      category: t.category,
      tier: t.tier,
      standing: t.standing,
      scoreBps: t.scoreBps,
      grade: t.grade,
      residual: t.residual,
      nextReviewOn: t.nextReviewOn,
      nextReviewReason: t.nextReviewReason,
      ownerName: people.name,
      sortValue: key,
    })
    .from(t)
    .leftJoin(people, eq(people.id, t.ownerId))
    .where(and(...conditions(from, organisationId, filter), place && beyond(t, key, place, goesUp, isBackwards)))
    .orderBy(...nullsLast, direction(key), direction(t.id))
    .limit(size + 1);
  const hasMore = rows.length > size;
  const shown = isBackwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const cursor = (row: (typeof rows)[number] | undefined) =>
    row && encodePlace({ value: row.sortValue instanceof Date ? row.sortValue.getTime() : row.sortValue, id: row.id });
  return {
    rows: shown.map(({ sortValue: _, ...row }) => row),
    previous: isBackwards ? (hasMore ? cursor(shown[0]) : undefined) : place && cursor(shown[0]),
    next: isBackwards || hasMore ? cursor(shown.at(-1)) : undefined,
  };
}

/** Rows on the far side of a place, in the direction of reading; missing values stand last, so first when reading backwards. */
function beyond(
  t: Vendors,
  key: Vendors["nameKey" | "scoreBps" | "nextReviewOn" | "createdAt"],
  place: Place,
  goesUp: boolean,
  isBackwards: boolean,
): SQL | undefined {
  const further = goesUp ? gt : lt;
  if (place.value === null) {
    const sameNull = and(isNull(key), further(t.id, place.id));
    return isBackwards ? or(sameNull, isNotNull(key)) : sameNull;
  }
  const value = key === t.createdAt ? new Date(place.value) : place.value;
  const ahead = or(further(key, value as never), and(eq(key, value as never), further(t.id, place.id)));
  return isBackwards ? ahead : or(ahead, isNull(key));
}

function conditions(from: Reader, organisationId: string, filter: VendorFilter): (SQL | undefined)[] {
  const { vendors: t } = from.t;
  return [
    eq(t.organisationId, organisationId),
    filter.tier && eq(t.tier, filter.tier),
    filter.category && eq(t.category, filter.category),
    filter.standing && eq(t.standing, filter.standing),
    filter.residual && eq(t.residual, filter.residual),
    filter.ownerId && eq(t.ownerId, filter.ownerId),
    filter.q && inArray(t.id, vendorsByPrefix(from, organisationId, nameKey(filter.q))),
  ].filter((condition) => condition !== undefined && condition !== "") as SQL[];
}

/** Vendors per tier and residual risk, under the same category and standing; the tier itself is what the strip lets choose. */
async function countByTier(from: Reader, organisationId: string, filter: VendorFilter): Promise<TierTally[]> {
  const { vendorTallies: t } = from.t;
  const rows = await from.db
    .select({ tier: t.tier, residual: t.residual, standing: t.standing, category: t.category, vendors: t.vendors })
    .from(t)
    .where(eq(t.organisationId, organisationId));
  const sums = new Map<string, TierTally>();
  for (const row of rows) {
    if ((filter.category && row.category !== filter.category) || (filter.standing && row.standing !== filter.standing)) continue;
    const key = `${row.tier} ${row.residual}`;
    const sum = sums.get(key) ?? { tier: row.tier as Tier, residual: row.residual as RiskBand | "", vendors: 0 };
    sums.set(key, { ...sum, vendors: sum.vendors + row.vendors });
  }
  return [...sums.values()];
}
