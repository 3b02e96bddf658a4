import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, addWorkingDays, dayInZone, daysBetween, isDay } from "#app/domain/monitoring/calendar-days.ts";

const day = fc
  .date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2028-02-29", 48, "2032-02-29"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-11-12", 36, "2029-11-12"],
  ["2026-05-31", 13, "2027-06-30"],
])("%s plus %i months is %s", (from, months, to) => expect(addMonths(from, months)).toBe(to));

test("days are added and counted across months, years and leap days", () => {
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  fc.assert(
    fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(addDays(addDays(from, days), -days)).toBe(from);
    }),
    { seed: 7 },
  );
});

test("months land in the month meant, never after it, and later days never fall before earlier ones", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 120 }), (from, months) => {
      const [y, m] = addMonths(from, months).split("-").map(Number);
      const [fy, fm] = from.split("-").map(Number);
      expect(y! * 12 + m!).toBe(fy! * 12 + fm! + months);
      expect(addMonths(addDays(from, 1), months) >= addMonths(from, months)).toBe(true);
    }),
    { seed: 7 },
  );
});

test("working days leave out weekends", () => {
  expect(addWorkingDays("2026-11-20", 1)).toBe("2026-11-23"); // Friday to Monday
  expect(addWorkingDays("2026-11-21", 1)).toBe("2026-11-23"); // Saturday to Monday
  expect(addWorkingDays("2026-11-23", 10)).toBe("2026-12-07");
  expect(addWorkingDays("2026-11-23", 0)).toBe("2026-11-23");
});

test("a day is the day of the organisation's time zone, summer and winter", () => {
  const instant = new Date("2026-11-23T23:30:00Z");
  expect(dayInZone(instant, "UTC")).toBe("2026-11-23");
  expect(dayInZone(instant, "Europe/Berlin")).toBe("2026-11-24");
  expect(dayInZone(instant, "America/Los_Angeles")).toBe("2026-11-23");
  expect(dayInZone(instant, "Pacific/Kiritimati")).toBe("2026-11-24");
  expect(dayInZone(new Date("2026-07-01T22:30:00Z"), "Europe/Berlin")).toBe("2026-07-02");
  expect(dayInZone(new Date("2026-12-01T22:30:00Z"), "Europe/Berlin")).toBe("2026-12-01");
  expect(dayInZone(new Date("2026-10-25T00:30:00Z"), "Europe/Berlin")).toBe("2026-10-25");
  expect(() => dayInZone(instant, "Mars/Olympus")).toThrow(RangeError);
});

test("only days that exist are days", () => {
  for (const good of ["2026-02-28", "2028-02-29", "1999-12-31"]) expect(isDay(good)).toBe(true);
  for (const bad of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "", "2026-01-01T00:00"])
    expect(isDay(bad)).toBe(false);
});
