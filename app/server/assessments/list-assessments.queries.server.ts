// The list of assessments by whose turn it is, the most urgent first. One indexed page; counts per state for the tabs.
import { and, asc, count, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import { type AssessmentTurn, statusesOfTurn } from "#app/domain/assessment/assessment-turns.ts";
import { dayInZone, daysBetween } from "#app/domain/monitoring/calendar-days.ts";
import { authorize } from "../platform/authorize.server.ts";
import { decodePlace, encodePlace } from "../platform/keyset.server.ts";
import { organisationFacts } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";

export interface AssessmentListRow {
  id: string;
  vendorId: string;
  vendor: string;
  service: string;
  status: AssessmentStatus;
  number: number;
  tier: number;
  dueOn: string | null;
  answered: number;
  required: number;
  /** Days in its present state. */
  age: number;
}

export interface AssessmentListView {
  turn: AssessmentTurn;
  counts: Record<AssessmentTurn, number>;
  rows: AssessmentListRow[];
  next: string | undefined;
  today: string;
  mayRemind: boolean;
}

export async function viewAssessments(
  ctx: PersonContext,
  request: { turn: AssessmentTurn; after: string | undefined },
): Promise<AssessmentListView> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "assessment.view", { type: "assessment", organisationId });
  const { store, config } = ctx.portal;
  const { assessments: a, vendors, engagements } = store.read.t;
  const { db } = store.read;
  const place = decodePlace(request.after);
  const beyond =
    place === undefined
      ? undefined
      : place.value === null
        ? and(isNull(a.dueOn), gt(a.id, place.id))
        : or(gt(a.dueOn, String(place.value)), and(eq(a.dueOn, String(place.value)), gt(a.id, place.id)), isNull(a.dueOn));
  const [rows, totals, { timeZone }] = await Promise.all([
    db
      .select({
        id: a.id,
        vendorId: a.vendorId,
        vendor: vendors.name,
        service: engagements.service,
        status: a.status,
        statusAt: a.statusAt,
        number: a.number,
        tier: a.tier,
        dueOn: a.dueOn,
        answered: a.answered,
        required: a.required,
      })
      .from(a)
      .innerJoin(vendors, eq(vendors.id, a.vendorId))
      .innerJoin(engagements, eq(engagements.id, a.engagementId))
      .where(and(eq(a.organisationId, organisationId), inArray(a.status, [...statusesOfTurn[request.turn]]), beyond))
      .orderBy(sql`${a.dueOn} is null`, asc(a.dueOn), asc(a.id))
      .limit(config.pageSize + 1),
    db.select({ status: a.status, n: count() }).from(a).where(eq(a.organisationId, organisationId)).groupBy(a.status),
    organisationFacts(store.read, organisationId),
  ]);
  const today = dayInZone(ctx.now, timeZone);
  const shown = rows.slice(0, config.pageSize);
  const last = shown.at(-1);
  const countOf = (turn: AssessmentTurn) =>
    totals.filter(({ status }) => statusesOfTurn[turn].includes(status as AssessmentStatus)).reduce((sum, { n }) => sum + Number(n), 0);
  return {
    turn: request.turn,
    counts: { vendor: countOf("vendor"), us: countOf("us"), draft: countOf("draft"), over: countOf("over") },
    rows: shown.map(({ statusAt, status, ...row }) => ({
      ...row,
      status: status as AssessmentStatus,
      age: Math.max(0, daysBetween(dayInZone(statusAt, timeZone), today)),
    })),
    next: rows.length > shown.length && last ? encodePlace({ value: last.dueOn, id: last.id }) : undefined,
    today,
    mayRemind: mayEver(ctx.actor, "assessment.remind"),
  };
}
