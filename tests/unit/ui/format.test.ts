import { describe, expect, it } from "vitest";
import {
  dayOf,
  formatByteLimit,
  formatBytes,
  formatChange,
  formatCount,
  formatDay,
  formatDue,
  formatHash,
  formatInstant,
  formatPercent,
  formatPoints,
  formatScore,
  formatTime,
} from "#app/ui/format.ts";

describe("Numbers", () => {
  it("cuts a score, so that a shown 80 is always a B", () => {
    expect(formatScore(7999)).toBe("79");
    expect(formatScore(8000)).toBe("80");
    expect(formatPoints(7999)).toBe("79.99");
    expect(formatPercent(6199)).toBe("61\u00a0%");
    expect(formatPercent(6199, 2)).toBe("61.99\u00a0%");
  });

  it("writes minus as U+2212 and a gain with its sign", () => {
    expect(formatPoints(-1679)).toBe("\u221216.79");
    expect(formatPoints(-5)).toBe("\u22120.05");
    expect(formatChange(32)).toBe("+0.32");
    expect(formatChange(-91)).toBe("\u22120.91");
    expect(formatChange(0)).toBe("0.00");
  });

  it("parts thousands", () => {
    expect(formatCount(999)).toBe("999");
    expect(formatCount(48213)).toBe("48,213");
    expect(formatCount(-1000000)).toBe("\u22121,000,000");
  });

  it("writes file sizes as the PDF does, and limits as they were set", () => {
    expect(formatBytes(812)).toBe("812\u00a0bytes");
    expect(formatBytes(1536)).toBe("1.5\u00a0KB");
    expect(formatBytes(1_299_999)).toBe("1.2\u00a0MB");
    expect(formatByteLimit(25 * 1024 ** 2)).toBe("25\u00a0MiB");
    expect(formatByteLimit(512 * 1024)).toBe("512\u00a0KiB");
    expect(formatByteLimit(1500)).toBe("1500\u00a0bytes");
  });

  it("shows beginning and end of a hash", () => {
    expect(formatHash("9f2c00000000000041ab")).toBe("9f2c…41ab");
  });
});

describe("Days and times", () => {
  it("names the year once it is another one than today's", () => {
    expect(formatDay("2026-11-24", "2026-03-01")).toBe("24\u00a0Nov");
    expect(formatDay("2027-01-03", "2026-11-24")).toBe("3\u00a0Jan\u00a02027");
    expect(formatDay("2026-11-24")).toBe("24\u00a0Nov\u00a02026");
  });

  it("tells how far a due day is, and how late", () => {
    expect(formatDue("2026-11-24", "2026-11-24")).toBe("today");
    expect(formatDue("2026-11-25", "2026-11-24")).toBe("tomorrow");
    expect(formatDue("2026-12-01", "2026-11-24")).toBe("in 7 days");
    expect(formatDue("2026-11-14", "2026-11-24")).toBe("10 days late");
  });

  it("takes the day and the hour of the organisation's time zone", () => {
    const at = new Date("2026-11-12T23:02:00Z");
    expect(dayOf(at, "Europe/Berlin")).toBe("2026-11-13");
    expect(formatTime(at, "Europe/Berlin")).toBe("00:02");
    expect(formatInstant(at, "America/New_York", "2026-11-24")).toBe("12\u00a0Nov 18:02");
  });
});
