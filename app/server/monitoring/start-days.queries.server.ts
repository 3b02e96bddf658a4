// Days on which first assessments of services already in use are planned to start.
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { CalendarEntry } from "#app/domain/monitoring/calendar-entries.ts";
import { startReminderSteps } from "#app/domain/monitoring/reminders.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import { type DaysAsked, inWindow } from "./days-asked.queries.server.ts";
import { awaitsFirstAssessment } from "./first-assessments.queries.server.ts";
import { lastReminders } from "./reminders.repo.server.ts";

export async function startDays(asked: DaysAsked): Promise<CalendarEntry[]> {
  const { from, organisationId, limit } = asked;
  const { engagements: e, vendors: v } = from.t;
  const rows = await from.db
    .select({
      id: e.id,
      on: e.plannedStartOn,
      by: e.plannedStartBy,
      tier: e.tier,
      service: e.service,
      wentLiveOn: e.wentLiveOn,
      vendorId: v.id,
      vendor: v.name,
    })
    .from(e)
    .innerJoin(v, eq(v.id, e.vendorId))
    .where(and(awaitsFirstAssessment(from, organisationId), isNotNull(e.plannedStartOn), inWindow(e.plannedStartOn, asked)))
    .orderBy(asc(e.plannedStartOn), asc(e.id))
    .limit(limit);
  const reminded = await lastReminders(
    from,
    organisationId,
    rows.map(({ id, on }) => [id, startReminderSteps.map((step) => `start-reminder:${id}:${on}:${step}`)]),
  );
  return rows.map(({ id, on, by, tier, service, wentLiveOn, vendorId, vendor }) => ({
    id: `start ${id}`,
    kind: "start",
    on: on!,
    what: "Start the first assessment",
    why: `${by === "person" ? "Set by hand in the catch-up plan" : `Catch-up plan, tier ${tier}`}${wentLiveOn === null ? "" : `; in use since ${calendarDay(wentLiveOn, "short")}`}`,
    vendorId,
    vendor,
    service,
    href: `/engagements/${id}/send`,
    remindedAt: reminded.get(id) ?? null,
  }));
}
