import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween } from "#app/domain/monitoring/calendar-days.ts";
import {
  changedStarts,
  inCatchUpOrder,
  isStartDay,
  overtakenNewcomers,
  type PlannedStart,
  proposedPerWeek,
  revisedPlan,
  spreadFirstAssessments,
  type WaitingEngagement,
} from "#app/domain/monitoring/catch-up-plan.ts";
import { dueOfStart } from "#app/domain/monitoring/what-is-due.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";

// A Thursday.
const today = "2026-11-26";
const service = (engagementId: string, tier: Tier, wentLiveOn: string | null = null, planned: PlannedStart | null = null) => ({
  engagementId,
  tier,
  wentLiveOn,
  planned,
});
const weekOf = (day: string) => Math.floor(daysBetween("1970-01-05", day) / 7);
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const savedAs = (waiting: readonly WaitingEngagement[], plan: ReadonlyMap<string, PlannedStart>): WaitingEngagement[] =>
  waiting.map((each) => ({ ...each, planned: plan.get(each.engagementId) ?? null }));

const waitings = fc
  .uniqueArray(
    fc.record({
      engagementId: fc.string({ minLength: 1, maxLength: 6 }),
      tier: fc.constantFrom<Tier>(1, 2, 3, 4),
      wentLiveOn: fc.option(fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2014-01-01", days))),
    }),
    { selector: ({ engagementId }) => engagementId, maxLength: 120 },
  )
  .map((all) => all.map(({ engagementId, tier, wentLiveOn }) => service(engagementId, tier, wentLiveOn)));
const paces = fc.record({
  perWeek: fc.integer({ min: 1, max: 40 }),
  today: fc.integer({ min: 0, max: 3000 }).map((days) => addDays("2024-01-01", days)),
});

it("Two a week after a Thursday: the strictest and longest in use first, Monday and Wednesday from the next week on", () => {
  const waiting = [
    service("d", 3, "2020-01-01"),
    service("c", 1),
    service("b", 1, "2025-03-01"),
    service("a", 1, "2021-03-01"),
    service("e", 4, "2019-01-01"),
  ];
  expect([...spreadFirstAssessments(waiting, { perWeek: 2, today })]).toEqual([
    ["a", "2026-11-30"],
    ["b", "2026-12-02"],
    ["c", "2026-12-07"],
    ["d", "2026-12-09"],
    ["e", "2026-12-14"],
  ]);
});

it("Whatever waits: everybody gets a working day after today, no week gets more than its number, and no milder tier comes first", () => {
  fc.assert(
    fc.property(waitings, paces, (waiting, pace) => {
      const days = spreadFirstAssessments(waiting, pace);
      expect(days.size).toBe(waiting.length);
      const perWeek = new Map<number, number>();
      for (const day of days.values()) {
        expect(day > pace.today && weekday(day) >= 1 && weekday(day) <= 5).toBe(true);
        perWeek.set(weekOf(day), (perWeek.get(weekOf(day)) ?? 0) + 1);
      }
      expect(Math.max(0, ...perWeek.values())).toBeLessThanOrEqual(pace.perWeek);
      const inOrder = inCatchUpOrder(waiting).map(({ engagementId }) => days.get(engagementId)!);
      expect(inOrder).toEqual([...inOrder].sort());
    }),
  );
});

it("A saved plan stays as it is when it is looked at again, whatever the order of its services and however many days later", () => {
  fc.assert(
    fc.property(waitings, paces, fc.integer({ min: 0, max: 60 }), (waiting, pace, later) => {
      const saved = savedAs(waiting, revisedPlan(waiting, { ...pace, isAnew: true }));
      const again = revisedPlan([...saved].reverse(), { ...pace, today: addDays(pace.today, later), isAnew: false });
      expect(changedStarts(saved, again)).toEqual([]);
      expect(changedStarts(saved, revisedPlan(saved, { ...pace, isAnew: true }))).toEqual([]);
    }),
  );
});

it("Newcomers move nobody, and with what is planned already no week ahead gets more than its number", () => {
  fc.assert(
    fc.property(waitings, paces, fc.integer({ min: 0, max: 30 }), (all, pace, later) => {
      const known = all.filter((_, index) => index % 3 !== 0);
      const saved = savedAs(all, revisedPlan(known, { ...pace, isAnew: true }));
      const now = addDays(pace.today, later);
      const plan = revisedPlan(saved, { ...pace, today: now, isAnew: false });
      for (const { engagementId, planned } of saved) if (planned) expect(plan.get(engagementId)).toEqual(planned);
      const perWeek = new Map<number, number>();
      for (const { on } of plan.values()) perWeek.set(weekOf(on), (perWeek.get(weekOf(on)) ?? 0) + 1);
      expect(Math.max(0, ...perWeek.values())).toBeLessThanOrEqual(pace.perWeek);
    }),
  );
});

it("A day set by hand takes a place of its week, outlasts spreading anew while it lies ahead, and is given back by emptying it", () => {
  const waiting = [service("a", 1), service("b", 2), service("c", 3)];
  const byHand = new Map<string, string | null>([["c", "2026-11-30"]]);
  const set = revisedPlan(waiting, { perWeek: 2, today, isAnew: false, byHand });
  expect([...set].map(([id, { on, by }]) => [id, on, by]).sort()).toEqual([
    ["a", "2026-12-02", "plan"],
    ["b", "2026-12-07", "plan"],
    ["c", "2026-11-30", "person"],
  ]);
  const saved = savedAs(waiting, set);
  expect(revisedPlan(saved, { perWeek: 1, today, isAnew: true }).get("c")).toEqual({ on: "2026-11-30", by: "person" });
  expect(revisedPlan(saved, { perWeek: 2, today: "2026-12-01", isAnew: true }).get("c")).toEqual({ on: "2026-12-09", by: "plan" });
  const emptied = new Map<string, string | null>([["c", null]]);
  expect(revisedPlan(saved, { perWeek: 2, today, isAnew: false, byHand: emptied }).get("c")).toEqual({ on: "2026-11-30", by: "plan" });
});

it("A day that has passed without a start stays in the saved plan as late; spreading anew gives it a new one", () => {
  const waiting = [service("a", 1, null, { on: "2026-11-23", by: "plan" })];
  expect(revisedPlan(waiting, { perWeek: 3, today, isAnew: false }).get("a")?.on).toBe("2026-11-23");
  expect(revisedPlan(waiting, { perWeek: 3, today, isAnew: true }).get("a")?.on).toBe("2026-11-30");
});

it("A newcomer of a stricter tier behind milder ones planned before is counted, one of the mildest tier is not", () => {
  const planned = [service("x", 3, null, { on: "2026-11-30", by: "plan" }), service("y", 3, null, { on: "2026-12-02", by: "plan" })];
  const waiting = [...planned, service("strict", 1), service("mild", 4)];
  const plan = revisedPlan(waiting, { perWeek: 2, today, isAnew: false });
  expect(overtakenNewcomers(waiting, plan, today)).toBe(1);
  expect(overtakenNewcomers(waiting, revisedPlan(waiting, { perWeek: 2, today, isAnew: true }), today)).toBe(0);
});

it("The proposed number starts everything within half a year, and is never below three a week", () => {
  expect([0, 10, 78, 79, 1000].map(proposedPerWeek)).toEqual([3, 3, 3, 4, 39]);
  const waiting = Array.from({ length: 1000 }, (_, index) => service(`eng_${index}`, ((index % 4) + 1) as Tier));
  const days = [...spreadFirstAssessments(waiting, { perWeek: proposedPerWeek(1000), today }).values()].sort();
  expect(days.at(-1)! < "2027-06-01").toBe(true);
});

it("A day set by hand is a day that exists, not past and not decades ahead", () => {
  const days = ["2026-11-25", today, "2026-11-28", "2036-11-26", "2036-11-27", "2026-02-30", "soon", ""];
  expect(days.filter((day) => isStartDay(day, today))).toEqual([today, "2026-11-28", "2036-11-26"]);
});

it("The start is called for on its day and again two weeks later, each once, under a key of engagement and day", () => {
  const due = (day: string) =>
    dueOfStart({ engagementId: "eng_1", plannedOn: "2026-11-30" }, day).map((action) => "step" in action && [action.step, action.isSent]);
  expect(due("2026-11-29")).toEqual([]);
  expect(due("2026-11-30")).toEqual([["on_the_day", true]]);
  expect(due("2026-12-20")).toEqual([
    ["on_the_day", false],
    ["escalation", true],
  ]);
  const [first] = dueOfStart({ engagementId: "eng_1", plannedOn: "2026-11-30" }, "2026-11-30");
  expect(first?.key).toBe("start-reminder:eng_1:2026-11-30:on_the_day");
});
