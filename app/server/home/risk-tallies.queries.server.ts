// How many active vendors stand in each cell of the risk matrix: inherent band by grade, from the tally table.
import { and, eq, sql } from "drizzle-orm";
import type { Grade } from "#app/domain/risk/residual-risk.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import { prepared, type Reader } from "../platform/store.server.ts";

export interface RiskTally {
  tier: Tier;
  /** Null: not graded. */
  grade: Grade | null;
  vendors: number;
}

export async function riskTallies(
  from: Reader,
  organisationId: string,
): Promise<{ cells: RiskTally[]; active: number; notAssessed: number }> {
  const query = prepared(from, "risk_tallies", ({ db, t: { vendorTallies: t } }, key) =>
    db
      .select({ tier: t.tier, grade: t.grade, standing: t.standing, vendors: sql<number>`sum(${t.vendors})`.mapWith(Number) })
      .from(t)
      .where(and(eq(t.organisationId, sql.placeholder("organisationId"))))
      .groupBy(t.tier, t.grade, t.standing)
      .prepare(key),
  );
  const rows = await query.execute({ organisationId });
  const cells = rows
    .filter(({ standing, vendors }) => standing === "active" && vendors > 0)
    .map(({ tier, grade, vendors }) => ({ tier: tier as Tier, grade: (grade || null) as Grade | null, vendors }));
  const sum = (some: readonly { vendors: number }[]) => some.reduce((total, { vendors }) => total + vendors, 0);
  return { cells, active: sum(cells), notAssessed: sum(rows.filter(({ standing }) => standing === "active_not_assessed")) };
}
