// Days by which findings are to be mended, conditions met, and on which risk acceptances end.
import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { acceptanceWarningDays } from "#app/domain/assessment/risk-acceptance.ts";
import { type FindingStatus, findingDueDays, findingStatusTexts } from "#app/domain/finding/finding-status.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import type { CalendarEntry } from "#app/domain/monitoring/calendar-entries.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import { type DaysAsked, inWindow } from "./days-asked.queries.server.ts";
import { lastReminders } from "./reminders.repo.server.ts";

export async function findingDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, limit } = asked;
  const { findings: f, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: f.id,
      number: f.number,
      title: f.title,
      severity: f.severity,
      status: f.status,
      on: f.dueOn,
      vendorId: f.vendorId,
      vendor: v.name,
      service: e.service,
    })
    .from(f)
    .innerJoin(e, eq(e.id, f.engagementId))
    .innerJoin(v, eq(v.id, f.vendorId))
    .where(and(eq(f.organisationId, organisationId), inArray(f.status, ["open", "planned", "fix_reported"]), inWindow(f.dueOn, asked)))
    .orderBy(asc(f.dueOn), asc(f.id))
    .limit(limit);
  return rows.map(({ id, number, title, severity, status, on, vendorId, vendor, service }) => ({
    id: `finding ${id}`,
    kind: "finding",
    on,
    what: `F-${number} ${title}`,
    why: `${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}: ${findingDueDays[severity]} days; ${findingStatusTexts[status as FindingStatus].toLowerCase()}`,
    vendorId,
    vendor,
    service,
    href: `/findings/${id}`,
    remindedAt: null,
  }));
}

/** Conditions of the decision that counts now. */
export async function conditionDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, limit } = asked;
  const { conditions: c, decisions: d, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: c.id,
      number: c.number,
      text: c.text,
      on: c.dueOn,
      vendorId: c.vendorId,
      vendor: v.name,
      service: e.service,
      assessmentId: d.assessmentId,
    })
    .from(c)
    .innerJoin(e, and(eq(e.id, c.engagementId), eq(e.decisionId, c.decisionId)))
    .innerJoin(d, eq(d.id, c.decisionId))
    .innerJoin(v, eq(v.id, c.vendorId))
    .where(and(eq(c.organisationId, organisationId), isNull(c.metAt), isNotNull(c.dueOn), inWindow(c.dueOn, asked)))
    .orderBy(asc(c.dueOn), asc(c.id))
    .limit(limit);
  return rows.map(({ id, number, text, on, vendorId, vendor, service, assessmentId }) => ({
    id: `condition ${id}`,
    kind: "condition",
    on: on!,
    what: `Condition C-${number}: ${text}`,
    why: "Set in the decision; not met after this day",
    vendorId,
    vendor,
    service,
    href: `/assessments/${assessmentId}/decide`,
    remindedAt: null,
  }));
}

export async function acceptanceDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, limit } = asked;
  const { riskAcceptances: r, engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: r.id,
      level: r.level,
      on: r.expiresOn,
      vendorId: r.vendorId,
      vendor: v.name,
      service: e.service,
      assessmentId: r.assessmentId,
    })
    .from(r)
    .innerJoin(e, eq(e.id, r.engagementId))
    .innerJoin(v, eq(v.id, r.vendorId))
    .where(and(eq(r.organisationId, organisationId), eq(r.status, "in_force"), inWindow(r.expiresOn, asked)))
    .orderBy(asc(r.expiresOn), asc(r.id))
    .limit(limit);
  const reminded = await lastReminders(
    from,
    organisationId,
    rows.map(({ id }) => [id, [`acceptance:${id}:warn`]]),
  );
  return rows.map(({ id, level, on, vendorId, vendor, service, assessmentId }) => ({
    id: `acceptance ${id}`,
    kind: "acceptance",
    on,
    what: `Acceptance of a ${level} risk ends`,
    why: `Its owner is told from ${calendarDay(addDays(on, -acceptanceWarningDays), "short")}`,
    vendorId,
    vendor,
    service,
    href: `/assessments/${assessmentId}/decide`,
    remindedAt: reminded.get(id) ?? null,
  }));
}
