// The calendar: every day on which something is due, from the indexes of the days themselves. What is open and past stands with today.
import { type CalendarEntry, type CalendarKind, calendarWindow } from "#app/domain/monitoring/calendar-entries.ts";
import { organisationDay } from "../people/organisation-day.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { DaysAsked } from "./days-asked.queries.server.ts";
import { documentDays, requestDays } from "./document-days.queries.server.ts";
import { dutyDays } from "./duty-days.queries.server.ts";
import { acceptanceDays, conditionDays, findingDays } from "./promise-days.queries.server.ts";
import { reviewDays, vendorDays } from "./review-days.queries.server.ts";
import { startDays } from "./start-days.queries.server.ts";

const readers: Record<CalendarKind, (asked: DaysAsked) => Promise<CalendarEntry[]>> = {
  review: reviewDays,
  start: startDays,
  document: documentDays,
  request: requestDays,
  vendor: vendorDays,
  finding: findingDays,
  duty: dutyDays,
  condition: conditionDays,
  acceptance: acceptanceDays,
};

/** Read at most per kind; a page that is cut says so. */
export const mostPerCalendarKind = 200;

export async function viewCalendar(ctx: PersonContext, { month, kind }: { month: string | undefined; kind: CalendarKind | undefined }) {
  const { organisationId } = ctx.actor;
  authorize(ctx, "calendar.view", { type: "calendar", organisationId });
  const from = ctx.portal.store.read;
  const { today, timeZone } = await organisationDay(from, organisationId, ctx.now);
  const window = calendarWindow(month, today);
  const asked = { from, organisationId, today, window, limit: mostPerCalendarKind };
  const wanted = kind === undefined ? Object.values(readers) : [readers[kind]];
  const found = await Promise.all(wanted.map((read) => read(asked)));
  return { today, timeZone, window, entries: found.flat(), isCut: found.some((some) => some.length >= mostPerCalendarKind) };
}
