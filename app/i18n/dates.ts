// Days and instants in the text files and workbooks a vendor takes away. Pages write them shorter: app/ui/format.ts.
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { calendarDay, instantIn } from "#app/domain/report/report-format.ts";
import { germanDay } from "./de/days.ts";

/** "24 November 2026", "24. November 2026". */
export const dayWords = (language: Language, day: string): string => (language === "en" ? calendarDay(day) : germanDay(day));

/** "12 November 2026, 11:02 CET", "12. November 2026, 11:02 MEZ". */
export function instantWords(language: Language, timeZone: string, instant: string): string {
  if (language === "en") return instantIn(timeZone, instant);
  const time = new Intl.DateTimeFormat("de-DE", { timeZone, hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
  const at = new Date(instant);
  return `${germanDay(dayInZone(at, timeZone))}, ${time.format(at).replace(" ", "\u00a0")}`;
}
