import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths } from "#app/domain/monitoring/calendar-days.ts";
import { nextReview, type ReviewClock, reviewCadence } from "#app/domain/monitoring/review-clock.ts";
import { levels, tiers } from "#app/domain/risk/risk-levels.ts";

const concluded: ReviewClock = {
  facts: { tier: 3, card: 1, personal_data: 2 },
  concludedOn: "2026-11-12",
  documents: [],
  conditions: [],
  acceptances: [],
  events: [],
};

test("the review is due 12, 12, 24 or 36 months after the conclusion, by tier", () =>
  expect(tiers.map((tier) => nextReview({ ...concluded, facts: { tier, card: 1, personal_data: 2 } }, "2026-11-12").dueOn)).toEqual([
    "2027-11-12",
    "2027-11-12",
    "2028-11-12",
    "2029-11-12",
  ]));

test("over all tiers, card and data levels it is never over 12 months with card scope or customers' data at scale", () => {
  for (const tier of tiers)
    for (const card of levels)
      for (const personal_data of levels) {
        const { months, reason } = reviewCadence({ tier, card, personal_data });
        if (card >= 3 || personal_data === 4) expect(months).toBe(12);
        else expect(months).toBe({ 1: 12, 2: 12, 3: 24, 4: 36 }[tier]);
        expect(reason).toBe(tier <= 2 ? "tier" : card >= 3 ? "card_scope" : personal_data === 4 ? "data_at_scale" : "tier");
      }
});

test("it opens 45 days before, for tiers 3 and 4 21 days", () =>
  expect(tiers.map((tier) => nextReview({ ...concluded, facts: { tier, card: 3, personal_data: 2 } }, "2026-11-12").opensOn)).toEqual([
    "2027-09-28",
    "2027-09-28",
    "2027-10-22",
    "2027-10-22",
  ]));

test("no review is ever proposed before tomorrow, and the day it belongs to does not move", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(...tiers), (days, tier) => {
      const today = addDays(concluded.concludedOn, days);
      const review = nextReview({ ...concluded, facts: { ...concluded.facts, tier } }, today);
      expect(review.dueOn > today).toBe(true);
      for (const { on } of review.candidates) expect(on > today).toBe(true);
      expect(review.openedFor).toBe(addMonths(concluded.concludedOn, reviewCadence({ ...concluded.facts, tier }).months));
    }),
    { seed: 11 },
  );
});

describe("a document", () => {
  const documents = [{ id: "evd_1", expiresOn: "2027-03-14", graceDays: 60 }];
  const on = (today: string) => nextReview({ ...concluded, documents }, today);
  test("that expires is shown, but opens no review within its grace", () => {
    expect(on("2026-11-24")).toMatchObject({ dueOn: "2028-11-12", reason: "tier", isEarly: false });
    expect(on("2026-11-24").candidates.map(({ on: day, reason }) => `${day} ${reason}`)).toEqual([
      "2027-03-14 document_expires",
      "2028-11-12 tier",
    ]);
    expect(on("2027-05-13").reason).toBe("tier");
  });
  test("that lapsed beyond its grace opens the review early", () => {
    expect(on("2027-05-14")).toMatchObject({ reason: "document_lapsed", opensOn: "2027-05-14", dueOn: "2027-06-04", isEarly: true });
    expect(on("2027-05-30").openedFor).toBe("2027-06-04");
  });
  test("that had lapsed before the last conclusion opens nothing", () =>
    expect(nextReview({ ...concluded, documents: [{ id: "evd_1", expiresOn: "2026-09-01", graceDays: 30 }] }, "2026-11-24").reason).toBe(
      "tier",
    ));
});

test.each(["incident", "scope_change"] as const)(
  "an event (%s) after the conclusion opens the review early, an older one does not",
  (kind) => {
    const review = (on: string) =>
      nextReview({ ...concluded, facts: { tier: 1, card: 4, personal_data: 3 }, events: [{ id: "ev_1", kind, on }] }, "2027-02-01");
    expect(review("2027-02-01")).toMatchObject({ reason: kind, opensOn: "2027-02-01", dueOn: "2027-03-18" });
    expect(review("2026-11-01")).toMatchObject({ reason: "tier", dueOn: "2027-11-12" });
  },
);

test("conditions that are open and acceptances in force are shown beside the review and do not move it", () => {
  const review = nextReview(
    {
      ...concluded,
      conditions: [
        { id: "cnd_1", dueOn: "2027-01-31", isMet: false },
        { id: "cnd_2", dueOn: "2027-01-15", isMet: true },
        { id: "cnd_3", dueOn: null, isMet: false },
      ],
      acceptances: [{ id: "rac_1", expiresOn: "2027-02-10" }],
    },
    "2026-11-24",
  );
  expect(review.dueOn).toBe("2028-11-12");
  expect(review.candidates.map(({ on, reason, isReview }) => `${on} ${reason} ${isReview}`)).toEqual([
    "2027-01-31 condition_ends false",
    "2027-02-10 acceptance_ends false",
    "2028-11-12 tier true",
  ]);
});
