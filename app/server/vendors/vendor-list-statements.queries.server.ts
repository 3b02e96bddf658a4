// The statements behind the vendor list, prepared once per shape. Each reads one stretch of one index: rows that have a value in the sort
// column, or rows that have none (they stand last). Asking for both at once would read and sort everything.
import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { VendorFilter, VendorSort } from "#app/domain/vendor/vendor-list.ts";
import { prepared, type Reader } from "../platform/store.server.ts";
import { vendorsByPrefix } from "./vendors.repo.server.ts";

type Vendors = Reader["t"]["vendors"];
type SortColumn = Vendors["nameKey" | "scoreBps" | "nextReviewOn" | "createdAt"];

export interface Stretch {
  sort: VendorSort;
  /** In the order of the column, from small to great. */
  goesUp: boolean;
  isMissing: boolean;
  /** Begins behind a row. */
  hasPlace: boolean;
  filters: readonly (keyof VendorFilter)[];
}

/** Column and direction a list is read in; `mayBeMissing` lists have a second stretch. */
export const vendorSortColumns: Record<VendorSort, { column: (t: Vendors) => SortColumn; goesUp: boolean; mayBeMissing: boolean }> = {
  name: { column: (t) => t.nameKey, goesUp: true, mayBeMissing: false },
  score: { column: (t) => t.scoreBps, goesUp: true, mayBeMissing: true },
  next_review: { column: (t) => t.nextReviewOn, goesUp: true, mayBeMissing: true },
  newest: { column: (t) => t.createdAt, goesUp: false, mayBeMissing: false },
};

/**
 * Values: organisationId, limit, one per filter (`q` is a name key, `qEnd` what no word beginning with it reaches; `tierOfResidual` the tier
 * whose inherent band the residual filter names), and for a place `value` and `id`.
 */
export function vendorStretch(from: Reader, stretch: Stretch) {
  const { sort, goesUp, isMissing, hasPlace, filters } = stretch;
  const shape = [sort, goesUp ? "up" : "down", isMissing ? "missing" : "", hasPlace ? "on" : "", ...filters.map((filter) => filter[0])];
  const key = `vendors ${shape.join(" ")}`;
  return prepared(from, key, (reader, name) => {
    const { vendors: t, people } = reader.t;
    const column = vendorSortColumns[sort].column(t);
    const direction = goesUp ? asc : desc;
    const further = sql.raw(goesUp ? ">" : "<");
    const id = sql.placeholder("id");
    const place = isMissing
      ? sql`${t.id} ${further} ${id}`
      : sql`(${column}, ${t.id}) ${further} (${sql.param(sql.placeholder("value"), column)}, ${id})`;
    const isThere = isMissing ? isNull(column) : vendorSortColumns[sort].mayBeMissing ? isNotNull(column) : undefined;
    return reader.db
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
        knockOuts: t.knockOuts,
        nextReviewOn: t.nextReviewOn,
        nextReviewReason: t.nextReviewReason,
        ownerName: people.name,
        sortValue: column,
      })
      .from(t)
      .leftJoin(people, eq(people.id, t.ownerId))
      .where(and(...filters.map((filter) => conditions[filter](reader)), isThere, hasPlace ? place : undefined, inOrganisation(reader)))
      .orderBy(direction(column), direction(t.id))
      .limit(sql.placeholder("limit"))
      .prepare(name);
  });
}

const inOrganisation = ({ t: { vendors } }: Reader) => eq(vendors.organisationId, sql.placeholder("organisationId"));

const conditions: Record<keyof VendorFilter, (from: Reader) => SQL | undefined> = {
  tier: ({ t: { vendors } }) => eq(vendors.tier, sql.placeholder("tier")),
  category: ({ t: { vendors } }) => eq(vendors.category, sql.placeholder("category")),
  standing: ({ t: { vendors } }) => eq(vendors.standing, sql.placeholder("standing")),
  // A vendor nobody assessed carries its inherent risk.
  residual: ({ t: { vendors } }) =>
    or(
      eq(vendors.residual, sql.placeholder("residual")),
      and(isNull(vendors.residual), eq(vendors.tier, sql.placeholder("tierOfResidual"))),
    ),
  grade: ({ t: { vendors } }) => sql`coalesce(${vendors.grade}, 'none') = ${sql.placeholder("grade")}`,
  ownerId: ({ t: { vendors } }) => eq(vendors.ownerId, sql.placeholder("ownerId")),
  q: (from) => sql`${from.t.vendors.id} in ${vendorsByPrefix(from)}`,
};
