// What the clocks of concluded engagements run on, read in pages: each page is a fixed number of queries, whatever the number of engagements.
import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { type AssessmentStatus, isRunning } from "#app/domain/assessment/assessment-status.ts";
import type { EngagementStatus } from "#app/domain/engagement/engagement-status.ts";
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { MonitoredEngagement } from "#app/domain/monitoring/what-is-due.ts";
import { type Facts, holdsCustomerDataAtScale, isInCardScope } from "#app/domain/risk/facts.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import { prepared, type Reader } from "../platform/store.server.ts";
import { changedSinceResult } from "./changed-evidence.queries.server.ts";
import { documentsInUse } from "./documents-in-use.queries.server.ts";

export interface MonitoredRow extends MonitoredEngagement {
  readonly vendorId: string;
}

/** Place in the walk through an organisation's engagements. */
export interface EngagementPlace {
  vendorId: string;
  id: string;
}

/** Decided engagements behind a place, by vendor and id. `next` is undefined on the last page. */
export async function listMonitored(
  from: Reader,
  organisationId: string,
  timeZone: string,
  after: EngagementPlace,
  size: number,
): Promise<{ rows: MonitoredRow[]; next: EngagementPlace | undefined }> {
  const decided = await pageOfDecided(from, organisationId, after, size);
  const last = decided.at(-1);
  const next = decided.length === size && last ? { vendorId: last.vendorId, id: last.id } : undefined;
  return { rows: decided.length === 0 ? [] : await withClocks(from, organisationId, timeZone, decided), next };
}

type DecidedRow = Awaited<ReturnType<typeof pageOfDecided>>[number];

async function pageOfDecided(from: Reader, organisationId: string, after: EngagementPlace, size: number) {
  const { engagements: t, decisions: d } = from.t;
  const query = prepared(from, "monitored_engagements", ({ db }, key) =>
    db
      .select({
        id: t.id,
        vendorId: t.vendorId,
        status: t.status,
        tier: t.tier,
        facts: t.facts,
        decidedAt: t.decidedAt,
        decisionId: t.decisionId,
        assessmentId: d.assessmentId,
        agreedOn: d.nextReviewOn,
      })
      .from(t)
      .leftJoin(d, and(eq(d.organisationId, t.organisationId), eq(d.id, t.decisionId)))
      .where(
        and(
          eq(t.organisationId, sql.placeholder("organisationId")),
          sql`(${t.vendorId}, ${t.id}) > (${sql.placeholder("vendorId")}, ${sql.placeholder("id")})`,
          isNotNull(t.decidedAt),
        ),
      )
      .orderBy(asc(t.vendorId), asc(t.id))
      .limit(sql.placeholder("size"))
      .prepare(key),
  );
  return await query.execute({ organisationId, ...after, size });
}

async function withClocks(from: Reader, organisationId: string, timeZone: string, rows: DecidedRow[]): Promise<MonitoredRow[]> {
  const ids = rows.map(({ id }) => id);
  const assessments = await listAssessments(from, organisationId, ids);
  const decisionIds = rows.flatMap(({ decisionId }) => decisionId ?? []);
  const conditions = await listOpenConditions(from, organisationId, decisionIds);
  const acceptances = await listInForce(
    from,
    organisationId,
    assessments.map(({ id }) => id),
  );
  const documents = await documentsInUse(from, organisationId, rows);
  const changed = await changedSinceResult(from, organisationId, ids);
  const answered = await scopeAnswersSince(from, organisationId, rows);
  return rows.map((row): MonitoredRow => {
    const own = assessments.filter(({ engagementId }) => engagementId === row.id);
    const scopeDay = answered.get(row.id);
    const frozen = own.find(({ id }) => id === row.assessmentId)?.facts;
    return {
      engagementId: row.id,
      vendorId: row.vendorId,
      status: row.status as EngagementStatus,
      facts: { ...(row.facts as unknown as Facts), tier: row.tier as Tier },
      concludedOn: row.decidedAt && dayInZone(row.decidedAt, timeZone),
      agreedOn: row.agreedOn,
      documents: documents.get(row.id) ?? [],
      changedEvidence: changed.filter(({ engagementId }) => engagementId === row.id),
      conditions: conditions.filter(({ engagementId }) => engagementId === row.id),
      acceptances: acceptances.filter(({ engagementId }) => engagementId === row.id),
      events:
        scopeDay && frozen && hasGrown(frozen as unknown as Facts, row)
          ? [{ id: row.id, kind: "scope_change", on: dayInZone(scopeDay, timeZone) }]
          : [],
      hasRunning: own.some(({ status }) => isRunning(status as AssessmentStatus)),
      openedFor: own.flatMap(({ openedFor }) => openedFor ?? []),
    };
  });
}

/** A scope change that cannot wait: a stricter tier, card scope or customers' data at scale that the last assessment did not ask about. */
function hasGrown(frozen: Facts, { tier, facts }: DecidedRow): boolean {
  const now = facts as unknown as Facts;
  if (tier < frozen.tier) return true;
  return (isInCardScope(now) && !isInCardScope(frozen)) || (holdsCustomerDataAtScale(now) && !holdsCustomerDataAtScale(frozen));
}

async function listAssessments(from: Reader, organisationId: string, engagementIds: string[]) {
  const { assessments: t } = from.t;
  return await from.db
    .select({ id: t.id, engagementId: t.engagementId, status: t.status, openedFor: t.openedFor, facts: t.facts })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), inArray(t.engagementId, engagementIds)));
}

async function listOpenConditions(from: Reader, organisationId: string, decisionIds: string[]) {
  if (decisionIds.length === 0) return [];
  const { conditions: t } = from.t;
  const rows = await from.db
    .select({ id: t.id, engagementId: t.engagementId, dueOn: t.dueOn })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), inArray(t.decisionId, decisionIds), isNull(t.metAt), isNotNull(t.dueOn)));
  return rows.map((row) => ({ ...row, isMet: false }));
}

async function listInForce(from: Reader, organisationId: string, assessmentIds: string[]) {
  if (assessmentIds.length === 0) return [];
  const { riskAcceptances: t } = from.t;
  return await from.db
    .select({ id: t.id, engagementId: t.engagementId, expiresOn: t.expiresOn })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), inArray(t.assessmentId, assessmentIds), eq(t.status, "in_force")));
}

/** When the inherent-risk answers of an engagement were last changed after its conclusion. */
async function scopeAnswersSince(from: Reader, organisationId: string, rows: DecidedRow[]): Promise<Map<string, Date>> {
  const { inherentRisks: t, engagements: e } = from.t;
  const ids = rows.map(({ id }) => id);
  const found = await from.db
    .select({ engagementId: t.engagementId, answeredAt: t.answeredAt })
    .from(t)
    .innerJoin(e, and(eq(e.organisationId, t.organisationId), eq(e.id, t.engagementId)))
    .where(and(eq(t.organisationId, organisationId), inArray(t.engagementId, ids), gt(t.answeredAt, e.decidedAt)))
    .orderBy(asc(t.revision));
  return new Map(found.map(({ engagementId, answeredAt }) => [engagementId, answeredAt]));
}
