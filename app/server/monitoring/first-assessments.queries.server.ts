// Engagements in use that nobody assessed yet: which still wait for their first assessment, and on which day it is planned to start.
import { and, asc, count, eq, lte, notExists, notInArray, type SQL, sql } from "drizzle-orm";
import { endedUndecided } from "#app/domain/assessment/assessment-status.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { WaitingEngagement } from "#app/domain/monitoring/catch-up-plan.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import type { Reader } from "../platform/store.server.ts";

/** Read at most; a plan of more says so. */
export const mostInPlan = 5000;
/** Holds for engagements in use whose first assessment was not started; one that ended undecided was no start. */
export function awaitsFirstAssessment({ db, t }: Reader, organisationId: string): SQL | undefined {
  const { engagements: e, assessments: a } = t;
  const started = db
    .select({ one: sql`1` })
    .from(a)
    .where(and(eq(a.organisationId, organisationId), eq(a.engagementId, e.id), notInArray(a.status, [...endedUndecided])));
  return and(eq(e.organisationId, organisationId), eq(e.status, "active_not_assessed"), notExists(started));
}

/** All that wait, strictest tiers first. */
export async function listWaiting(from: Reader, organisationId: string): Promise<WaitingEngagement[]> {
  const { engagements: e } = from.t;
  const rows = await from.db
    .select({ id: e.id, tier: e.tier, wentLiveOn: e.wentLiveOn, on: e.plannedStartOn, by: e.plannedStartBy })
    .from(e)
    .where(awaitsFirstAssessment(from, organisationId))
    .orderBy(asc(e.tier), asc(e.id))
    .limit(mostInPlan);
  return rows.map(({ id, tier, wentLiveOn, on, by }) => ({
    engagementId: id,
    tier: tier as Tier,
    wentLiveOn,
    planned: on === null ? null : { on, by: by ?? "plan" },
  }));
}

/** How many services are in use and not assessed, and how many of them have no planned day. */
export async function countNotAssessed(from: Reader, organisationId: string): Promise<{ inUse: number; unplanned: number }> {
  const { engagements: e } = from.t;
  const [[inUse], [waiting]] = await Promise.all([
    from.db
      .select({ n: count() })
      .from(e)
      .where(and(eq(e.organisationId, organisationId), eq(e.status, "active_not_assessed"))),
    from.db
      .select({ n: count(), planned: count(e.plannedStartOn) })
      .from(e)
      .where(awaitsFirstAssessment(from, organisationId)),
  ]);
  return { inUse: Number(inUse?.n ?? 0), unplanned: Number(waiting?.n ?? 0) - Number(waiting?.planned ?? 0) };
}

/** First assessments whose day has come and that nobody started, page by page along their index. */
export async function* listDueStarts(from: Reader, organisationId: string, today: Day, size: number) {
  const { engagements: e } = from.t;
  let after = { on: "", id: "" };
  for (;;) {
    const rows = await from.db
      .select({ id: e.id, on: e.plannedStartOn })
      .from(e)
      .where(
        and(
          awaitsFirstAssessment(from, organisationId),
          lte(e.plannedStartOn, today),
          sql`(${e.plannedStartOn}, ${e.id}) > (${after.on}, ${after.id})`,
        ),
      )
      .orderBy(asc(e.plannedStartOn), asc(e.id))
      .limit(size);
    yield rows.map(({ id, on }) => ({ engagementId: id, plannedOn: on as Day }));
    const last = rows.at(-1);
    if (rows.length < size || !last?.on) return;
    after = { on: last.on, id: last.id };
  }
}
