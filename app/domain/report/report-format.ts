// How numbers and times look on paper. Two decimals and never rounded: a printed 80.00 is always a B.
import { dayInZone } from "#app/domain/monitoring/calendar-days.ts";

/** 8579 → "85.79". */
export function points(bps: number): string {
  const whole = Math.trunc(Math.abs(bps) / 100);
  const rest = String(Math.abs(bps) % 100).padStart(2, "0");
  return `${bps < 0 ? "\u2212" : ""}${whole}.${rest}`;
}

/** 8500 → "85 %", 9286 → "92.86 %". */
export function percent(bps: number): string {
  return bps % 100 === 0 ? `${bps / 100}\u00a0%` : `${points(bps)}\u00a0%`;
}

/** 6149 → "61 %", cut. */
export function wholePercent(bps: number): string {
  return `${Math.floor(bps / 100)}\u00a0%`;
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2026-11-12" → "12 November 2026"; short: "12 Nov 2026". No-break spaces inside. */
export function calendarDay(day: string, style: "long" | "short" = "long"): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const name = months[Number(month) - 1] ?? month;
  return `${Number(date)}\u00a0${style === "short" ? name.slice(0, 3) : name}\u00a0${year}`;
}

/** "12 November 2026, 11:02 CET". */
export function instantIn(timeZone: string, instant: string, style: "long" | "short" = "long"): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });
  const parts = Object.fromEntries(time.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const zone = style === "long" ? `\u00a0${parts.timeZoneName}` : "";
  return `${calendarDay(dayInZone(new Date(instant), timeZone), style)}, ${parts.hour}:${parts.minute}${zone}`;
}

/** "1 question", "3 questions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count}\u00a0${count === 1 ? one : many}`;
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** 1536 → "1.5 KB" in powers of 1000. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0bytes`;
  const [unit, size] = bytes < 1_000_000 ? ["KB", bytes / 1000] : ["MB", bytes / 1_000_000];
  return `${(Math.floor(size * 10) / 10).toFixed(1)}\u00a0${unit}`;
}
