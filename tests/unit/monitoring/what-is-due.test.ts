import { describe, expect, test } from "vitest";
import { assessmentStatuses } from "#app/domain/assessment/assessment-status.ts";
import { engagementStatuses } from "#app/domain/engagement/engagement-status.ts";
import { addDays, type Day } from "#app/domain/monitoring/calendar-days.ts";
import { remindersDue, reviewReminderSteps } from "#app/domain/monitoring/reminders.ts";
import {
  type DueAction,
  dueOfAssessment,
  dueOfEngagement,
  dueOfRequest,
  type MonitoredEngagement,
} from "#app/domain/monitoring/what-is-due.ts";

const engagement: MonitoredEngagement = {
  engagementId: "eng_1",
  status: "active",
  facts: { tier: 1, card: 4, personal_data: 3 },
  concludedOn: "2026-11-12",
  documents: [],
  conditions: [],
  acceptances: [],
  events: [],
  hasRunning: false,
  openedFor: [],
};
const due = (more: Partial<MonitoredEngagement>, today: Day) => dueOfEngagement({ ...engagement, ...more }, today);
const doing = (actions: DueAction[], what: DueAction["do"]) => actions.filter((action) => action.do === what);

describe("the reassessment", () => {
  test("opens 45 days before its due day, not a day earlier", () => {
    expect(doing(due({}, "2027-09-27"), "open_review")).toEqual([]);
    expect(doing(due({}, "2027-09-28"), "open_review")).toEqual([
      {
        do: "open_review",
        key: "review:eng_1:2027-11-12",
        engagementId: "eng_1",
        openedFor: "2027-11-12",
        dueOn: "2027-11-12",
        reason: "tier",
      },
    ]);
  });
  test("opens once: the same key on every day, and not beside a running one or a second time", () => {
    for (let late = 0; late < 400; late += 1) {
      const today = addDays("2027-09-28", late);
      expect(doing(due({}, today), "open_review").map(({ key }) => key)).toEqual(["review:eng_1:2027-11-12"]);
      expect(doing(due({ hasRunning: true }, today), "open_review")).toEqual([]);
      expect(doing(due({ openedFor: ["2027-11-12"] }, today), "open_review")).toEqual([]);
    }
  });
  test("opened late after downtime is due tomorrow at the earliest", () =>
    expect(doing(due({}, "2028-01-05"), "open_review")).toMatchObject([{ openedFor: "2027-11-12", dueOn: "2028-01-06" }]));
  test("opens only for engagements in use that were decided once", () => {
    for (const status of engagementStatuses)
      expect(doing(due({ status }, "2027-10-01"), "open_review")).toHaveLength(
        status === "active" || status === "active_not_assessed" ? 1 : 0,
      );
    expect(due({ concludedOn: null }, "2030-01-01")).toEqual([]);
  });
});

describe("reminders of a review", () => {
  const steps = (today: Day) => doing(due({ hasRunning: true }, today), "remind_review").map((action) => action.key.split(":").at(-1));
  test("come 30, 7 and 1 days before, when overdue, and two weeks after", () => {
    expect(
      ["2027-10-12", "2027-10-13", "2027-11-05", "2027-11-11", "2027-11-12", "2027-11-13", "2027-11-26"].map((day) => steps(day).length),
    ).toEqual([0, 1, 2, 3, 3, 4, 5]);
    expect(steps("2027-11-26")).toEqual(["30_days", "7_days", "1_day", "overdue", "escalation"]);
  });
  test("that were missed during downtime are recorded, and only the newest is sent", () =>
    expect(
      remindersDue(reviewReminderSteps, "2027-11-12", "2026-11-12", "2027-11-20").map(({ step, isSent }) => `${step} ${isSent}`),
    ).toEqual(["30_days false", "7_days false", "1_day false", "overdue true"]));
  test("for tiers 3 and 4 the first comes before the review opens", () =>
    expect(doing(due({ facts: { tier: 4, card: 1, personal_data: 1 } }, "2029-10-13"), "remind_review")).toMatchObject([
      { step: "30_days", dueOn: "2029-11-12" },
    ]));
  test("of a review opened early never lie before the event", () => {
    const events = [{ id: "ev_1", kind: "incident", on: "2027-01-10" }] as const;
    const facts = { tier: 3, card: 1, personal_data: 1 } as const;
    expect(doing(due({ facts, events }, "2027-01-10"), "remind_review")).toEqual([]);
    expect(doing(due({ facts, events }, "2027-01-24"), "remind_review")).toMatchObject([{ step: "7_days", dueOn: "2027-01-31" }]);
  });
});

describe("a document", () => {
  const documents = [{ id: "evd_1", kind: "pci-aoc-sp", expiresOn: "2027-03-14", graceDays: 60 }];
  test("is asked for alone, 45 days before it expires, and never for a day in the past", () => {
    expect(doing(due({ documents }, "2027-01-27"), "request_document")).toEqual([]);
    expect(doing(due({ documents }, "2027-01-28"), "request_document")).toMatchObject([
      { key: "document:evd_1:2027-03-14", dueOn: "2027-03-14" },
    ]);
    expect(doing(due({ documents }, "2027-04-01"), "request_document")).toMatchObject([
      { key: "document:evd_1:2027-03-14", dueOn: "2027-04-02" },
    ]);
  });
  test("that lapses scores the engagement anew: when it becomes late, and when its grace is over", () => {
    expect(doing(due({ documents }, "2027-03-14"), "rescore")).toEqual([]);
    expect(doing(due({ documents }, "2027-03-15"), "rescore")).toMatchObject([{ because: "late" }]);
    expect(doing(due({ documents }, "2027-05-14"), "rescore")).toMatchObject([{ because: "late" }, { because: "expired" }]);
    expect(doing(due({ documents: [{ ...documents[0]!, graceDays: 0 }] }, "2027-03-15"), "rescore")).toMatchObject([
      { because: "expired" },
    ]);
  });
  test("without an expiry asks for nothing", () =>
    expect(due({ documents: [{ ...documents[0]!, expiresOn: null }] }, "2027-04-01")).toEqual([]));
});

describe("conditions and acceptances", () => {
  const conditions = [{ id: "cnd_1", dueOn: "2026-12-15", isMet: false }];
  const acceptances = [{ id: "rac_1", expiresOn: "2027-01-31" }];
  const done = (today: Day, more: Partial<MonitoredEngagement> = {}) =>
    due({ conditions, acceptances, ...more }, today).map((action) => action.do);
  test("a condition lapses the day after its day", () => {
    expect(done("2026-12-15")).toEqual([]);
    expect(done("2026-12-16")).toEqual(["lapse_condition"]);
    expect(done("2026-12-16", { conditions: [{ ...conditions[0]!, isMet: true }] })).toEqual([]);
  });
  test("the owner of an accepted risk is told fourteen days before its end; it ends the day after its last", () => {
    const only = { conditions: [] };
    expect(done("2027-01-16", only)).toEqual([]);
    expect(done("2027-01-17", only)).toEqual(["warn_acceptance"]);
    expect(done("2027-01-31", only)).toEqual(["warn_acceptance"]);
    expect(done("2027-02-01", only)).toEqual(["end_acceptance"]);
  });
  test("they end for a suspended engagement, too, and not for one that is over", () => {
    expect(done("2027-02-01", { status: "suspended" })).toEqual(["lapse_condition", "end_acceptance"]);
    expect(done("2027-02-01", { status: "offboarded" })).toEqual([]);
  });
});

describe("the vendor", () => {
  const sent = { assessmentId: "asm_1", status: "sent", dueOn: "2026-12-08", sentOn: "2026-11-24" } as const;
  test("is reminded 7 and 1 days before its due day and when it is overdue", () => {
    expect(["2026-11-30", "2026-12-01", "2026-12-07", "2026-12-08", "2026-12-09"].map((day) => dueOfAssessment(sent, day).length)).toEqual([
      0, 1, 2, 2, 3,
    ]);
    expect(dueOfAssessment(sent, "2026-12-09")[2]!.key).toBe("vendor-reminder:asm_1:2026-12-08:overdue");
  });
  test("is reminded only while it is its turn", () => {
    const turns = assessmentStatuses.filter((status) => dueOfAssessment({ ...sent, status }, "2026-12-09").length > 0);
    expect(turns).toEqual(["sent", "in_progress", "clarification"]);
    expect(dueOfAssessment({ ...sent, dueOn: null }, "2026-12-09")).toEqual([]);
  });
  test("is not reminded on the day it got the mail", () =>
    expect(dueOfAssessment({ ...sent, dueOn: "2026-12-01" }, "2026-11-24")).toEqual([]));
  test("with more time is reminded of the new day", () =>
    expect(dueOfAssessment({ ...sent, dueOn: "2026-12-20" }, "2026-12-13")).toMatchObject([{ dueOn: "2026-12-20", step: "7_days" }]));
  test("is reminded of documents, too", () =>
    expect(dueOfRequest({ requestId: "evr_1", dueOn: "2027-03-14", openedOn: "2027-01-28" }, "2027-03-07")).toMatchObject([
      { do: "remind_request", step: "7_days", isSent: true },
    ]));
});

test("missed ticks heal: one look after any downtime yields every key that daily looks would have yielded", () => {
  const documents = [{ id: "evd_1", kind: "soc2-t2", expiresOn: "2027-05-01", graceDays: 30 }];
  const conditions = [{ id: "cnd_1", dueOn: "2026-12-15", isMet: false }];
  const busy = { documents, conditions, hasRunning: true, events: [{ id: "ev_1", kind: "scope_change", on: "2027-08-01" }] as const };
  const daily = new Set<string>();
  for (let day = 0; day <= 200; day += 1) for (const { key } of due(busy, addDays("2026-11-12", day))) daily.add(key);
  expect(new Set(due(busy, addDays("2026-11-12", 200)).map(({ key }) => key))).toEqual(daily);
});
