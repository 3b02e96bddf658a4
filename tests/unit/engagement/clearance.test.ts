import { describe, expect, test } from "vitest";
import { assessmentStatuses, isRunning } from "#app/domain/assessment/assessment-status.ts";
import { outcomes } from "#app/domain/assessment/decision-outcomes.ts";
import { type ClearanceFacts, clearanceOf } from "#app/domain/engagement/clearance.ts";
import { engagementStatuses } from "#app/domain/engagement/engagement-status.ts";

const at = (day: string) => new Date(`2026-${day}T09:00:00Z`);
const requested: ClearanceFacts = {
  engagement: { status: "screening", statusAt: at("11-01") },
  irq: { answeredAt: at("11-02"), confirmedAt: null, agreedAt: null },
  running: null,
  decision: null,
  conditions: [],
  endedAcceptances: [],
  missingClauses: [],
  pci: null,
  today: "2026-11-24",
};
const approved: ClearanceFacts = {
  ...requested,
  engagement: { status: "active", statusAt: at("11-12") },
  irq: { answeredAt: at("11-02"), confirmedAt: at("11-03"), agreedAt: at("11-04") },
  decision: { outcome: "approved", decidedAt: at("11-12") },
  pci: "validated",
};
const given = (facts: ClearanceFacts) =>
  clearanceOf(facts)
    .filter(({ isGiven }) => isGiven)
    .map(({ step }) => step);
const missing = (facts: ClearanceFacts, step = 0) => clearanceOf(facts)[step]!.missing.map(({ code, turn }) => `${code}: ${turn}`);

test("an approval clears signing, data and going live", () => expect(given(approved)).toEqual(["sign", "receive_data", "go_live"]));

test("without a final approval nothing is cleared, whatever the engagement, the assessment and the outcome", () => {
  for (const status of engagementStatuses)
    for (const running of [null, ...assessmentStatuses.filter(isRunning)])
      for (const outcome of [null, ...outcomes.filter((o) => !o.startsWith("approved"))]) {
        const facts: ClearanceFacts = {
          ...approved,
          engagement: { status, statusAt: at("11-01") },
          running: running && { status: running, statusAt: at("11-05"), awaitsSecondSince: null },
          decision: outcome && { outcome, decidedAt: at("11-12") },
        };
        expect(given(facts)).toEqual([]);
        for (const { missing: all } of clearanceOf(facts)) expect(all.every(({ since }) => since instanceof Date)).toBe(true);
      }
});

test.each([
  [null, "not_sent: procurement"],
  ["draft", "not_sent: procurement"],
  ["sent", "awaiting_answers: vendor"],
  ["in_progress", "awaiting_answers: vendor"],
  ["submitted", "awaiting_review: compliance_officer"],
  ["in_review", "awaiting_review: compliance_officer"],
  ["clarification", "awaiting_clarification: vendor"],
  ["reviewed", "awaiting_decision: compliance_officer"],
] as const)("with an assessment that is %s it says %s, and that the owner has not confirmed the inherent risk", (status, words) => {
  const running = status && { status, statusAt: at("11-20"), awaitsSecondSince: null };
  expect(missing({ ...requested, running })).toEqual(["irq_unconfirmed: business_owner", words]);
  if (status) expect(clearanceOf({ ...requested, running })[0]!.missing[1]!.since).toEqual(at("11-20"));
});

test("after the first signature it is the second person's turn", () =>
  expect(
    missing({ ...approved, decision: null, running: { status: "reviewed", statusAt: at("11-10"), awaitsSecondSince: at("11-12") } }),
  ).toEqual(["awaiting_second_signature: approver"]));

test("a running reassessment takes no clearance back", () =>
  expect(given({ ...approved, running: { status: "in_review", statusAt: at("11-20"), awaitsSecondSince: null } })).toHaveLength(3));

test("a suspended or offboarding engagement is cleared for nothing although it was approved", () => {
  expect(missing({ ...approved, engagement: { status: "suspended", statusAt: at("11-20") } })).toEqual(["suspended: compliance_officer"]);
  expect(missing({ ...approved, engagement: { status: "offboarding", statusAt: at("11-20") } })).toEqual(["over: null"]);
});

describe("conditions", () => {
  const condition = (when: "before_signature" | "before_go_live" | "by_date", isMet = false, dueOn: string | null = null) => ({
    id: "cnd_1",
    when,
    isMet,
    dueOn,
  });
  test("hold back the step they belong to and all after it", () => {
    expect(given({ ...approved, conditions: [condition("before_signature")] })).toEqual([]);
    expect(given({ ...approved, conditions: [condition("before_go_live")] })).toEqual(["sign", "receive_data"]);
    expect(given({ ...approved, conditions: [condition("by_date", false, "2026-12-15")] })).toHaveLength(3);
  });
  test("that are met hold back nothing", () => {
    for (const when of ["before_signature", "before_go_live", "by_date"] as const)
      expect(given({ ...approved, conditions: [condition(when, true, "2026-01-01")] })).toHaveLength(3);
  });
  test("that were not met on their day take the clearance back the day after", () => {
    expect(given({ ...approved, conditions: [condition("by_date", false, "2026-11-24")] })).toHaveLength(3);
    expect(missing({ ...approved, conditions: [condition("by_date", false, "2026-11-23")] })).toEqual([
      "condition_not_met: compliance_officer",
    ]);
  });
});

test("a risk acceptance that ended takes the clearance back", () =>
  expect(missing({ ...approved, endedAcceptances: [{ id: "rac_1", endedAt: at("11-22") }] })).toEqual([
    "acceptance_ended: business_owner",
  ]));

test("a missing contract clause holds back data, an unknown PCI status holds back going live", () => {
  expect(given({ ...approved, missingClauses: ["28(3)(a)"] })).toEqual(["sign"]);
  expect(given({ ...approved, pci: "unknown" })).toEqual(["sign", "receive_data"]);
  expect(given({ ...approved, pci: "not_validated" })).toHaveLength(3);
  expect(given({ ...approved, pci: null })).toHaveLength(3);
});
