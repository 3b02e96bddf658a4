// The vendor list: one indexed page, and counts for the tier strip from the tally table. Nothing here grows with the number of vendors.
import { eq, sql } from "drizzle-orm";
import { isDay } from "#app/domain/monitoring/calendar-days.ts";
import { bandOfTier, type RiskBand, type Tier, tiers } from "#app/domain/risk/risk-levels.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { nameKey } from "#app/domain/vendor/vendor-keys.ts";
import type { VendorFilter, VendorListRequest, VendorSort } from "#app/domain/vendor/vendor-list.ts";
import type { VendorStanding } from "#app/domain/vendor/vendor-standing.ts";
import { listOwners } from "../people/named-people.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { decodePlace, encodePlace, type Place } from "../platform/keyset.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { prepared, type Reader } from "../platform/store.server.ts";
import { type Stretch, vendorSortColumns, vendorStretch } from "./vendor-list-statements.queries.server.ts";

export interface VendorListRow {
  id: string;
  name: string;
  domain: string | null;
  category: Category;
  tier: Tier;
  standing: VendorStanding;
  scoreBps: number | null;
  grade: string | null;
  residual: RiskBand | null;
  knockOuts: number;
  nextReviewOn: string | null;
  nextReviewReason: string | null;
  ownerName: string | null;
}

export interface VendorPage {
  rows: VendorListRow[];
  previous: string | undefined;
  next: string | undefined;
}

/** Vendors of one tier by risk: the residual one, or the inherent one where nothing is assessed. */
export type TierTally = Record<RiskBand, number>;

export async function viewVendors(ctx: PersonContext, request: VendorListRequest) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "vendor.view", { type: "vendor", organisationId });
  const from = ctx.portal.store.read;
  const [page, tallies, day, owners] = await Promise.all([
    listVendorPage(from, organisationId, request, ctx.portal.config.pageSize),
    countByTier(from, organisationId, request.filter),
    organisationDay(from, organisationId, ctx.now),
    listOwners(from, organisationId),
  ]);
  return { ...page, tallies, today: day.today, owners };
}

/** One page. A place that no longer exists still works: reading goes on behind where it was. */
export async function listVendorPage(
  from: Reader,
  organisationId: string,
  { filter, sort, after, before }: VendorListRequest,
  size: number,
): Promise<VendorPage> {
  const afterPlace = placeIn(sort, after);
  const place = afterPlace ?? placeIn(sort, before);
  const isBackwards = !afterPlace && place !== undefined;
  const { mayBeMissing, goesUp } = vendorSortColumns[sort];
  const filters = (Object.keys(filter) as (keyof VendorFilter)[]).filter((name) => filter[name]).sort();
  const given = { ...valuesOf(filter), organisationId };
  const read = async (isMissing: boolean, from_: Place | undefined, limit: number) => {
    const stretch: Stretch = { sort, goesUp: isMissing ? !isBackwards : goesUp !== isBackwards, isMissing, hasPlace: !!from_, filters };
    const value = sort === "newest" && from_ ? new Date(from_.value ?? 0) : from_?.value;
    return limit > 0 ? vendorStretch(from, stretch).execute({ ...given, limit, value, id: from_?.id }) : [];
  };
  const isAmongMissing = mayBeMissing && place?.value === null;
  // Rows without a value stand last: they follow when reading on, and come first when reading back.
  const first = await read(isAmongMissing, place, size + 1);
  const isCrossing = mayBeMissing && isAmongMissing === isBackwards;
  const rows = isCrossing ? [...first, ...(await read(!isAmongMissing, undefined, size + 1 - first.length))] : first;
  const hasMore = rows.length > size;
  const shown = isBackwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const cursor = (row: (typeof rows)[number] | undefined) =>
    row && encodePlace({ value: row.sortValue instanceof Date ? row.sortValue.getTime() : row.sortValue, id: row.id });
  return {
    rows: shown.map(({ sortValue: _, ...row }) => row as VendorListRow),
    previous: isBackwards ? (hasMore ? cursor(shown[0]) : undefined) : place && cursor(shown[0]),
    next: isBackwards || hasMore ? cursor(shown.at(-1)) : undefined,
  };
}

const fits: Record<VendorSort, (value: Place["value"]) => boolean> = {
  name: (value) => typeof value === "string" && !value.includes("\0"),
  score: (value) => value === null || (typeof value === "number" && value >= 0 && value <= 10_000),
  next_review: (value) => value === null || (typeof value === "string" && isDay(value)),
  newest: (value) => typeof value === "number" && value >= 0 && value < 253_402_300_800_000,
};

/** undefined for a place of another sorting, or one made up: the list then begins at its beginning. */
function placeIn(sort: VendorSort, cursor: string | undefined): Place | undefined {
  const place = decodePlace(cursor);
  return place && fits[sort](place.value) && !place.id.includes("\0") ? place : undefined;
}

function valuesOf({ q, residual, ...plain }: VendorFilter): Record<string, unknown> {
  const prefix = q && nameKey(q);
  return {
    ...plain,
    residual,
    tierOfResidual: tiers.find((tier) => bandOfTier[tier] === residual),
    q: prefix,
    qEnd: `${prefix}\u{10ffff}`,
  };
}

/** By tier, under the same category, standing, grade and residual risk; the tier itself is what the strip lets choose. */
async function countByTier(from: Reader, organisationId: string, filter: VendorFilter): Promise<Record<Tier, TierTally>> {
  const { category, standing, residual, grade } = filter;
  const query = prepared(
    from,
    `vendor_tallies${category ? " c" : ""}${standing ? " s" : ""}${grade ? " g" : ""}`,
    ({ db, t: { vendorTallies: t } }, key) =>
      db
        .select({ tier: t.tier, residual: t.residual, vendors: sql<number>`sum(${t.vendors})`.mapWith(Number) })
        .from(t)
        .where(
          sql.join(
            [
              eq(t.organisationId, sql.placeholder("organisationId")),
              ...(category ? [eq(t.category, sql.placeholder("category"))] : []),
              ...(standing ? [eq(t.standing, sql.placeholder("standing"))] : []),
              ...(grade ? [eq(t.grade, sql.placeholder("grade"))] : []),
            ],
            sql` and `,
          ),
        )
        .groupBy(t.tier, t.residual)
        .prepare(key),
  );
  const tallies = Object.fromEntries(tiers.map((tier) => [tier, { low: 0, medium: 0, high: 0, critical: 0 }])) as Record<Tier, TierTally>;
  for (const row of await query.execute({ organisationId, category, standing, grade: grade === "none" ? "" : grade })) {
    const tier = row.tier as Tier;
    const band = (row.residual || bandOfTier[tier]) as RiskBand;
    if (!residual || residual === band) tallies[tier][band] += row.vendors;
  }
  return tallies;
}
