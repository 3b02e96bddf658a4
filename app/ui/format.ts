// How numbers, days and times are written, the same on pages, in mails and in the PDF. Pure: time zone and today are arguments.
// Scores are cut, never rounded, so that a shown 80 is always a B. Minus is U+2212, units stand behind a no-break space.

import { en, type Messages } from "#app/i18n/en.ts";

type Words = Messages["kit"];

const nbsp = "\u00a0";
const minus = "\u2212";

/** A calendar day (YYYY-MM-DD): "24 Nov", with the year unless it is the year of `today`. */
export function formatDay(on: string, today?: string, words: Words = en.kit): string {
  const [year = "", month = "", day = ""] = on.split("-");
  const short = words.day(Number(day), words.months[Number(month) - 1] ?? month);
  return today !== undefined && today.slice(0, 4) === year ? short : `${short}${nbsp}${year}`;
}

/** "Tuesday, 24 November 2026". */
export function formatWeekday(on: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${on}T00:00:00Z`),
  );
}

/** "November 2026", of any day in it. */
export function formatMonth(on: string): string {
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${on.slice(0, 7)}-01T00:00:00Z`),
  );
}

/** The calendar day of an instant in a time zone, YYYY-MM-DD. */
export function dayOf(at: Date, timeZone: string): string {
  const part = partsOf(at, timeZone);
  return `${part.year}-${part.month}-${part.day}`;
}

/** "10:32". */
export function formatTime(at: Date, timeZone: string): string {
  const part = partsOf(at, timeZone);
  return `${part.hour}:${part.minute}`;
}

/** "12 Nov 11:02", with the year unless it is the year of `today`. */
export function formatInstant(at: Date, timeZone: string, today?: string, words: Words = en.kit): string {
  return `${formatDay(dayOf(at, timeZone), today, words)} ${formatTime(at, timeZone)}`;
}

/** Days from `today` to `on`: negative when it has passed. */
export function daysUntil(on: string, today: string): number {
  return Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** "today", "tomorrow", "in 7 days", "10 days late". */
export function formatDue(on: string, today: string, words: Words = en.kit): string {
  const days = daysUntil(on, today);
  if (days === 0) return words.today;
  return days > 0 ? words.inDays(days) : words.daysLate(-days);
}

/** Basis points as whole points: 8579 gives "85". */
export function formatScore(bps: number): string {
  return withMinus(Math.trunc(bps / 100), String);
}

/** Basis points with two decimals: 8579 gives "85.79", -1679 gives "−16.79". */
export function formatPoints(bps: number): string {
  return withMinus(Math.trunc(bps), (n) => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, "0")}`);
}

/** A change of points with its sign: "+0.32", "−0.91", "0.00". */
export function formatChange(bps: number): string {
  return bps > 0 ? `+${formatPoints(bps)}` : formatPoints(bps);
}

/** Basis points as percent, cut: 6149 gives "61 %", with two decimals "61.49 %". */
export function formatPercent(bps: number, decimals: 0 | 2 = 0): string {
  return `${decimals === 0 ? formatScore(bps) : formatPoints(bps)}${nbsp}%`;
}

/** Whole numbers with thousands: "48,213". */
export function formatCount(n: number): string {
  return withMinus(n, (positive) => String(positive).replace(/\B(?=(\d{3})+$)/g, ","));
}

/** A file's size in powers of 1000, cut, as the PDF prints it: "812 bytes", "64.0 KB", "1.2 MB". */
export function formatBytes(bytes: number, words: Words = en.kit): string {
  if (bytes < 1000) return `${bytes}${nbsp}${words.bytes}`;
  const [unit, size] = bytes < 1_000_000 ? ["KB", bytes / 1000] : ["MB", bytes / 1_000_000];
  return `${(Math.trunc(size * 10) / 10).toFixed(1).replace(".", words.decimal)}${nbsp}${unit}`;
}

/** A limit as it was set, in powers of 1024: 26214400 gives "25 MiB". */
export function formatByteLimit(bytes: number): string {
  const [unit, size] = bytes % 1024 ** 2 === 0 ? ["MiB", 1024 ** 2] : bytes % 1024 === 0 ? ["KiB", 1024] : ["bytes", 1];
  return `${bytes / size}${nbsp}${unit}`;
}

/** Beginning and end of a hash: "9f2c…41ab". */
export function formatHash(hex: string): string {
  return hex.length <= 9 ? hex : `${hex.slice(0, 4)}…${hex.slice(-4)}`;
}

function withMinus(n: number, write: (positive: number) => string): string {
  const text = write(Math.abs(n));
  return n < 0 ? `${minus}${text}` : text;
}

function partsOf(at: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** A person's name in a table: "Odile Marchbanks" as "Odile M."; a single name stays. Put the whole name in `title`. */
export function shortName(name: string): string {
  const [first = "", ...others] = name.split(" ");
  const last = others.at(-1);
  return last ? `${first} ${[...last][0]}.` : first;
}
