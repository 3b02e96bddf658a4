import { expect, test } from "vitest";
import { engagementStatuses } from "#app/domain/engagement/engagement-status.ts";
import { type EngagementResult, shownEngagement, vendorStanding } from "#app/domain/vendor/vendor-standing.ts";

const engagement = (id: string, facts: Partial<EngagementResult> = {}): EngagementResult => ({
  id,
  status: "active",
  tier: 2,
  inherent: "high",
  residual: "medium",
  scoreBps: 8000,
  ...facts,
});

test("a vendor is active while any engagement is", () => {
  for (const status of engagementStatuses) expect(vendorStanding([status, "active"])).toBe("active");
  expect(vendorStanding(["declined", "due_diligence"])).toBe("due_diligence");
  expect(vendorStanding(["offboarded", "withdrawn"])).toBe("withdrawn");
  expect(vendorStanding([])).toBe("prospect");
  for (const status of engagementStatuses) expect(vendorStanding([status])).toBe(status);
});

test("a vendor shows its active engagement with the highest residual risk", () => {
  const worst = engagement("eng_2", { residual: "high", scoreBps: 9900 });
  expect(
    shownEngagement([engagement("eng_1", { scoreBps: 100 }), worst, engagement("eng_3", { status: "declined", residual: "critical" })]),
  ).toBe(worst);
});

test("an engagement nobody decided on counts with its inherent risk", () => {
  const open = engagement("eng_2", { status: "active_not_assessed", residual: null, inherent: "critical", scoreBps: null });
  expect(shownEngagement([engagement("eng_1", { residual: "high" }), open])).toBe(open);
});

test("ties go to the stricter tier, then the lower score, then the older engagement", () => {
  const stricter = engagement("eng_9", { tier: 1 });
  const lower = engagement("eng_8", { scoreBps: 7000 });
  const older = engagement("eng_1");
  expect(shownEngagement([older, stricter, lower])).toBe(stricter);
  expect(shownEngagement([older, lower])).toBe(lower);
  expect(shownEngagement([engagement("eng_2"), older])).toBe(older);
});

test("without an active engagement it shows the one furthest along", () => {
  const decision = engagement("eng_2", { status: "decision", residual: null });
  expect(shownEngagement([engagement("eng_1", { status: "declined" }), decision])).toBe(decision);
  expect(shownEngagement([])).toBeUndefined();
});
