// Calendar days as `YYYY-MM-DD` text: the only arithmetic on dates in the product. Days sort and compare as text.
// A day is a day in the organisation's time zone; only dayInZone knows instants. Weeks, months and years are counted on days, never in
// milliseconds, so summer time cannot move a due date.

/** `YYYY-MM-DD`. */
export type Day = string;

const parts = (day: Day): [year: number, month: number, date: number] => {
  const [year, month, date] = day.split("-").map(Number);
  return [year!, month!, date!];
};

const dayOf = (utc: Date): Day => utc.toISOString().slice(0, 10);

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const utc = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(utc.getTime()) && dayOf(utc) === text;
}

/** The day `days` after `day` (before it when negative). */
export function addDays(day: Day, days: number): Day {
  const [year, month, date] = parts(day);
  return dayOf(new Date(Date.UTC(year, month - 1, date + days)));
}

/** The same date `months` later; where the month is too short, its last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const [y1, m1, d1] = parts(from);
  const [y2, m2, d2] = parts(to);
  return Math.round((Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / 86_400_000);
}

/** The day `count` working days (Monday to Friday) after `day`. */
export function addWorkingDays(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

export const earlierOf = (a: Day, b: Day): Day => (a <= b ? a : b);
export const laterOf = (a: Day, b: Day): Day => (a >= b ? a : b);

/** The calendar day of an instant in an IANA time zone. Throws RangeError for an unknown zone. */
export const dayInZone = (instant: Date, timeZone: string): Day => dayReader(timeZone)(instant);

/** As dayInZone, for many instants: making the formatter costs more than using it. */
export function dayReader(timeZone: string): (instant: Date) => Day {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, calendar: "gregory", year: "numeric", month: "2-digit", day: "2-digit" });
  return (instant) => {
    const found: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(instant)) found[type] = value;
    return `${found.year!.padStart(4, "0")}-${found.month}-${found.day}`;
  };
}
