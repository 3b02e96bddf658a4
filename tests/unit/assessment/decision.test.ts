import { describe, expect, test } from "vitest";
import { assessmentStatuses } from "#app/domain/assessment/assessment-status.ts";
import {
  conditionRefusal,
  conditionState,
  engagementVerbOf,
  outcomes,
  signaturesNeeded,
} from "#app/domain/assessment/decision-outcomes.ts";
import {
  acceptanceNeeds,
  type DecisionFacts,
  type DecisionItem,
  decisionPrerequisites,
  maySign,
  openMusts,
} from "#app/domain/assessment/decision-prerequisites.ts";
import { transition } from "#app/domain/engagement/engagement-status.ts";
import { riskBands, tiers } from "#app/domain/risk/risk-levels.ts";

const item: DecisionItem = {
  questionKey: "p#q",
  isKnockOut: false,
  isGate: false,
  answer: "given",
  isFailing: false,
  isGood: true,
  isUnchanged: false,
  isFlagged: false,
  hasUnreadEvidence: false,
  isDetermined: false,
  isFailedKnockOut: false,
  isUnprovenKnockOut: false,
  severity: null,
  naAcceptedById: null,
};
const clean: DecisionFacts = {
  status: "reviewed",
  items: [item],
  openClarifications: [],
  irq: { isConfirmed: true, isAgreed: true },
  trail: { registeredById: "per_tomas", reviewerIds: ["per_odile"] },
  residual: "medium",
  coverageBps: 10_000,
  missingClauses: [],
  acceptances: [],
  today: "2026-11-24",
};
const musts = (facts: Partial<DecisionFacts>) => openMusts({ ...clean, ...facts }).map(({ code }) => code);
const needs = (facts: Partial<DecisionFacts>) =>
  acceptanceNeeds({ ...clean, ...facts }).map(({ subject, level, coveredBy }) => `${subject} ${level} ${coveredBy}`);

test("a reviewed assessment without anything special may be decided in every way", () => {
  for (const outcome of outcomes) expect(maySign(outcome, decisionPrerequisites(clean))).toBe(true);
});

describe("before any decision", () => {
  test("the review must be closed", () => {
    for (const status of assessmentStatuses) expect(musts({ status })).toEqual(status === "reviewed" ? [] : ["review_open"]);
  });
  test.each([{ isKnockOut: true }, { isGate: true }, { isFailing: true }, { answer: "na" as const }, { answer: "declined" as const }])(
    "an answer with %j must be determined",
    (fact) => {
      expect(musts({ items: [{ ...item, ...fact }] })).toEqual(["not_determined"]);
      expect(musts({ items: [{ ...item, ...fact, isDetermined: true }] })).toEqual([]);
    },
  );
  test("the evidence of every knock-out must be looked at, that of other questions need not", () => {
    expect(musts({ items: [{ ...item, isKnockOut: true, isDetermined: true, hasUnreadEvidence: true }] })).toEqual(["evidence_unread"]);
    expect(musts({ items: [{ ...item, hasUnreadEvidence: true }] })).toEqual([]);
  });
  test("no clarification may be open", () => expect(musts({ openClarifications: ["p#q"] })).toEqual(["clarification_open"]));
  test("the inherent risk must be confirmed and agreed", () =>
    expect(musts({ irq: { isConfirmed: false, isAgreed: false } })).toEqual(["irq_unconfirmed", "irq_not_agreed"]));
  test("a second person must have accepted a not-applicable on a knock-out", () => {
    const na = { ...item, isKnockOut: true, isDetermined: true, answer: "na" as const, naAcceptedById: "per_odile" };
    expect(musts({ items: [na] })).toEqual(["na_needs_second"]);
    expect(musts({ items: [na], trail: { registeredById: null, reviewerIds: ["per_ada", "per_odile"] } })).toEqual([]);
    expect(musts({ items: [na], trail: { registeredById: "per_odile", reviewerIds: ["per_ada", "per_odile"] } })).toEqual([
      "na_needs_second",
    ]);
    expect(musts({ items: [{ ...na, isKnockOut: false }] })).toEqual([]);
  });
  test("an open must refuses every outcome", () => {
    for (const outcome of outcomes) expect(maySign(outcome, decisionPrerequisites({ ...clean, openClarifications: ["p#q"] }))).toBe(false);
  });
});

describe("only with a named risk acceptance passes", () => {
  const failed = { ...item, isKnockOut: true, isDetermined: true, isFailedKnockOut: true, severity: "critical" as const };
  test("a failed knock-out, at the severity of its finding", () =>
    expect(needs({ items: [failed] })).toEqual(["knock_out:p#q critical null"]));
  test("an unproven knock-out, one step milder", () => {
    expect(needs({ items: [{ ...failed, isFailedKnockOut: false, isUnprovenKnockOut: true }] })).toEqual(["unproven:p#q high null"]);
    expect(needs({ items: [{ ...failed, isFailedKnockOut: false, isUnprovenKnockOut: true, severity: "low" }] })).toEqual([
      "unproven:p#q low null",
    ]);
  });
  test("a high or critical residual risk", () => {
    for (const residual of riskBands)
      expect(needs({ residual })).toEqual(residual === "high" || residual === "critical" ? [`residual ${residual} null`] : []);
  });
  test("coverage below 100 %", () => expect(needs({ coverageBps: 9_999 })).toEqual(["coverage medium null"]));
  test("a missing contract clause", () => expect(needs({ missingClauses: ["12.8.2"] })).toEqual(["clause:12.8.2 high null"]));
  test("nothing else", () =>
    expect(needs({ items: [{ ...item, isFailing: true, isDetermined: true, severity: "critical" }] })).toEqual([]));

  const acceptance = { id: "rac_1", subject: "knock_out:p#q", status: "in_force", expiresOn: "2026-12-31" } as const;
  test.each([
    [acceptance, true],
    [{ ...acceptance, status: "proposed" as const }, false],
    [{ ...acceptance, expiresOn: "2026-11-23" }, false],
    [{ ...acceptance, subject: "knock_out:p#other" }, false],
  ])("an approval, by an acceptance in force for that very thing: %j → %s", (given, passes) => {
    const prerequisites = decisionPrerequisites({ ...clean, items: [failed], acceptances: [given] });
    for (const outcome of outcomes) expect(maySign(outcome, prerequisites)).toBe(passes || !outcome.startsWith("approved"));
  });
});

test("approvals of tiers 1 and 2 take two signatures, declining and holding take one", () => {
  for (const tier of tiers)
    for (const outcome of outcomes) {
      expect(signaturesNeeded(outcome, tier)).toBe(outcome.startsWith("approved") && tier <= 2 ? 2 : 1);
      expect(signaturesNeeded(outcome, tier, true)).toBe(2);
    }
});

test("every outcome moves an engagement waiting for its decision", () =>
  expect(outcomes.map((outcome) => transition("decision", engagementVerbOf[outcome]))).toEqual([
    "active",
    "active",
    "declined",
    "on_hold",
  ]));

describe("conditions", () => {
  const today = "2026-11-24";
  const condition = { text: "Second factor for all administrators", when: "by_date", dueOn: "2026-12-15" } as const;
  const refusal = (outcome: (typeof outcomes)[number], ...conditions: Parameters<typeof conditionRefusal>[1][number][]) =>
    conditionRefusal(outcome, conditions, today);
  test("belong to an approval with conditions, and to no other outcome", () => {
    expect(refusal("approved_with_conditions", condition)).toBeUndefined();
    expect(refusal("approved_with_conditions")).toBe("needs_condition");
    for (const outcome of outcomes.filter((o) => o !== "approved_with_conditions")) {
      expect(refusal(outcome, condition)).toBe("no_conditions_here");
      expect(refusal(outcome)).toBeUndefined();
    }
  });
  test("say what and until when, never in the past", () => {
    expect(refusal("approved_with_conditions", { ...condition, text: " " })).toBe("needs_text");
    expect(refusal("approved_with_conditions", { ...condition, dueOn: null })).toBe("needs_date");
    expect(refusal("approved_with_conditions", { ...condition, dueOn: today })).toBe("in_the_past");
    expect(refusal("approved_with_conditions", { ...condition, when: "before_signature", dueOn: null })).toBeUndefined();
  });
  test("are not met from the day after their day", () => {
    expect(conditionState({ dueOn: today, isMet: false }, today)).toBe("open");
    expect(conditionState({ dueOn: "2026-11-23", isMet: false }, today)).toBe("not_met");
    expect(conditionState({ dueOn: "2026-11-23", isMet: true }, today)).toBe("met");
    expect(conditionState({ dueOn: null, isMet: false }, today)).toBe("open");
  });
});
