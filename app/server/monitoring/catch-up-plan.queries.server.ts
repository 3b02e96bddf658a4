// The catch-up plan as a page of it is shown: who waits, on which day each first assessment is planned or proposed to start, what is started.
import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { mayEver } from "#app/domain/access/policy.ts";
import { type AssessmentStatus, endedUndecided } from "#app/domain/assessment/assessment-status.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import {
  overtakenNewcomers,
  type PlannedStart,
  proposedPerWeek,
  revisedPlan,
  type WaitingEngagement,
} from "#app/domain/monitoring/catch-up-plan.ts";
import { type Tier, tiers } from "#app/domain/risk/risk-levels.ts";
import { findFirstAssessmentsPerWeek } from "../people/first-assessments-per-week.queries.server.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { listWaiting, mostInPlan } from "./first-assessments.queries.server.ts";

export const catchUpPageSize = 100;

/** started: its first assessment runs, or ended on hold. late: its day has passed. proposed: not saved yet. */
export type CatchUpState = "started" | "late" | "planned" | "by_hand" | "proposed";

interface PlanLine {
  engagementId: string;
  tier: Tier;
  wentLiveOn: Day | null;
  state: CatchUpState;
  /** Null once started. */
  on: Day | null;
  /** The saved day, where another one is proposed. */
  savedOn: Day | null;
  assessment: { id: string; status: AssessmentStatus } | null;
}

export interface CatchUpRequest {
  /** Spread everything anew by this weekly number; undefined shows the saved plan and proposes days for newcomers. */
  perWeek: number | undefined;
  page: number;
}

export async function viewCatchUpPlan(ctx: PersonContext, request: CatchUpRequest) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "calendar.view", { type: "calendar", organisationId });
  const from = ctx.portal.store.read;
  const [{ today }, savedPerWeek, waiting, started] = await Promise.all([
    organisationDay(from, organisationId, ctx.now),
    findFirstAssessmentsPerWeek(from, organisationId),
    listWaiting(from, organisationId),
    listStarted(from, organisationId),
  ]);
  const perWeek = request.perWeek ?? savedPerWeek ?? proposedPerWeek(waiting.length);
  const isAnew = request.perWeek !== undefined;
  const plan = revisedPlan(waiting, { perWeek, today, isAnew });
  const lines = [...waiting.map((each) => waitingLine(each, plan.get(each.engagementId)!, today)), ...started].sort(inPlanOrder);
  const pages = Math.max(1, Math.ceil(lines.length / catchUpPageSize));
  const page = Math.min(Math.max(1, request.page), pages);
  const shown = lines.slice((page - 1) * catchUpPageSize, page * catchUpPageSize);
  const days = [...plan.values()].map(({ on }) => on).sort();
  return {
    today,
    perWeek,
    isAnew,
    page,
    pages,
    rows: await withNames(from, organisationId, shown),
    counts: {
      all: lines.length,
      started: started.length,
      unsaved: lines.filter(({ state }) => state === "proposed").length,
      late: lines.filter(({ state }) => state === "late").length,
      overtaken: isAnew ? 0 : overtakenNewcomers(waiting, plan, today),
      byTier: tiers.map((tier) => ({ tier, count: lines.filter((line) => line.tier === tier).length })),
    },
    lastOn: days.at(-1) ?? null,
    isCut: waiting.length >= mostInPlan,
    mayPlan: mayEver(ctx.actor, "catch_up.plan"),
  };
}

export type CatchUpPlan = Awaited<ReturnType<typeof viewCatchUpPlan>>;

function waitingLine({ engagementId, tier, wentLiveOn, planned }: WaitingEngagement, { on, by }: PlannedStart, today: Day): PlanLine {
  const isSaved = planned?.on === on && planned.by === by;
  const state = !isSaved ? "proposed" : on < today ? "late" : by === "person" ? "by_hand" : "planned";
  return { engagementId, tier, wentLiveOn, state, on, savedOn: isSaved ? null : (planned?.on ?? null), assessment: null };
}

/** By tier, then by day; what is started stands first in its tier. */
function inPlanOrder(a: PlanLine, b: PlanLine): number {
  const key = ({ tier, on, engagementId }: PlanLine) => `${tier} ${on ?? ""} ${engagementId}`;
  return key(a) < key(b) ? -1 : 1;
}

async function listStarted(from: Reader, organisationId: string): Promise<PlanLine[]> {
  const { engagements: e, assessments: a } = from.t;
  const rows = await from.db
    .select({ engagementId: e.id, tier: e.tier, wentLiveOn: e.wentLiveOn, id: a.id, status: a.status })
    .from(e)
    .innerJoin(a, and(eq(a.organisationId, e.organisationId), eq(a.engagementId, e.id)))
    .where(and(eq(e.organisationId, organisationId), eq(e.status, "active_not_assessed"), notInArray(a.status, [...endedUndecided])))
    .orderBy(asc(e.id), asc(a.number))
    .limit(mostInPlan);
  const newest = new Map(rows.map((row) => [row.engagementId, row]));
  return [...newest.values()].map(({ engagementId, tier, wentLiveOn, id, status }) => ({
    engagementId,
    tier: tier as Tier,
    wentLiveOn,
    state: "started",
    on: null,
    savedOn: null,
    assessment: { id, status: status as AssessmentStatus },
  }));
}

async function withNames(from: Reader, organisationId: string, lines: readonly PlanLine[]) {
  if (lines.length === 0) return [];
  const { engagements: e, vendors: v } = from.t;
  const ids = lines.map(({ engagementId }) => engagementId);
  const rows = await from.db
    .select({ id: e.id, service: e.service, vendorId: v.id, vendor: v.name })
    .from(e)
    .innerJoin(v, eq(v.id, e.vendorId))
    .where(and(eq(e.organisationId, organisationId), inArray(e.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return lines.flatMap((line) => {
    const named = byId.get(line.engagementId);
    return named ? [{ ...line, service: named.service, vendorId: named.vendorId, vendor: named.vendor }] : [];
  });
}
