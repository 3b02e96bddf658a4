// Which days of the calendar are read, and the condition that reads them from an index.
import { and, type Column, gte, lt, type SQL } from "drizzle-orm";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { CalendarWindow } from "#app/domain/monitoring/calendar-entries.ts";
import type { Reader } from "../platform/store.server.ts";

export interface DaysAsked {
  from: Reader;
  organisationId: string;
  today: Day;
  window: CalendarWindow;
  limit: number;
}

/** Days of the window; with today in it, also what is past, from `since` on. */
export function inWindow(column: Column, { window }: DaysAsked, since: Day = ""): SQL | undefined {
  return and(gte(column, window.hasToday ? since : window.from), lt(column, window.to));
}
