// What stands on the calendar: kinds of days, in the order of their filter, and the months a page shows.
import { addMonths, type Day, isDay } from "./calendar-days.ts";

export const calendarKinds = ["review", "start", "document", "request", "vendor", "finding", "duty", "condition", "acceptance"] as const;
export type CalendarKind = (typeof calendarKinds)[number];

export const calendarKindTexts: Record<CalendarKind, string> = {
  review: "Reviews",
  start: "First assessments",
  document: "Documents expiring",
  request: "Documents asked for",
  vendor: "Vendors' due days",
  finding: "Findings",
  duty: "Our controls",
  condition: "Conditions",
  acceptance: "Risk acceptances",
};

export interface CalendarEntry {
  readonly id: string;
  readonly kind: CalendarKind;
  readonly on: Day;
  /** What is due: "Review", "F-12 Backups are not encrypted". */
  readonly what: string;
  /** Why on this day. */
  readonly why: string;
  readonly vendorId: string;
  readonly vendor: string;
  readonly service: string;
  readonly href: string;
  /** When somebody was reminded of it last. */
  readonly remindedAt: Date | null;
}

/** Months on one page. */
export const monthsShown = 3;

export interface CalendarWindow {
  readonly from: Day;
  /** The first day that is no longer shown. */
  readonly to: Day;
  readonly hasToday: boolean;
}

/** The window that begins with a month (`YYYY-MM`), else with the month of today. */
export function calendarWindow(month: string | undefined, today: Day): CalendarWindow {
  const asked = `${month}-01`;
  const from = month !== undefined && isDay(asked) ? asked : `${today.slice(0, 7)}-01`;
  const to = addMonths(from, monthsShown);
  return { from, to, hasToday: from <= today && today < to };
}

/** Entries by month in order of days; what has passed and is still open comes first, under its own name. */
export function byMonth(entries: readonly CalendarEntry[], today: Day): { month: string; entries: CalendarEntry[] }[] {
  const sorted = [...entries].sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
  const groups = new Map<string, CalendarEntry[]>();
  for (const entry of sorted) {
    const month = entry.on < today ? "late" : entry.on.slice(0, 7);
    groups.set(month, [...(groups.get(month) ?? []), entry]);
  }
  return [...groups].map(([month, list]) => ({ month, entries: list }));
}
