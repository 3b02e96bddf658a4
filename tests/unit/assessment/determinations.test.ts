import { describe, expect, test } from "vitest";
import {
  acceptsNotApplicable,
  determinationRefusal,
  isTakenBySectionApproval,
  mustBeDetermined,
  type ReviewItem,
  verdicts,
} from "#app/domain/assessment/determinations.ts";

const given = (verdict: (typeof verdicts)[number], reason = "Seen in the export", value: unknown = null) => ({ verdict, reason, value });

test("everything but accepting an answer as it stands needs a reason, and so does accepting a not-applicable", () => {
  expect(determinationRefusal(given("accepted", ""), "yes")).toBeUndefined();
  expect(determinationRefusal(given("accepted", ""), false)).toBeUndefined();
  expect(determinationRefusal(given("accepted", " "), "na")).toBe("needs_reason");
  expect(determinationRefusal(given("adjusted", "", "no"), "yes")).toBe("needs_reason");
  for (const verdict of ["clarify", "rejected"] as const) expect(determinationRefusal(given(verdict, ""), "yes")).toBe("needs_reason");
});

test("an adjusted answer names the answer that counts, the others carry none", () => {
  expect(determinationRefusal(given("adjusted"), "yes")).toBe("needs_value");
  expect(determinationRefusal(given("adjusted", "x", false), "yes")).toBeUndefined();
  expect(determinationRefusal(given("adjusted", "x", 0), null)).toBeUndefined();
  for (const verdict of ["accepted", "clarify", "rejected"] as const)
    expect(determinationRefusal(given(verdict, "x", "no"), "yes")).toBe("no_value_here");
});

test("what was not answered cannot be accepted, but adjusted, rejected or asked about", () => {
  for (const nothing of [null, undefined, ""]) {
    expect(determinationRefusal(given("accepted"), nothing)).toBe("nothing_to_accept");
    expect(determinationRefusal(given("rejected"), nothing)).toBeUndefined();
  }
});

test("a not-applicable is accepted by accepting it or by giving it, and by nothing else", () => {
  expect(acceptsNotApplicable(given("accepted"), "na")).toBe(true);
  expect(acceptsNotApplicable(given("adjusted", "x", "na"), "no")).toBe(true);
  for (const verdict of verdicts.filter((v) => v !== "accepted")) expect(acceptsNotApplicable(given(verdict), "na")).toBe(false);
  expect(acceptsNotApplicable(given("accepted"), "no")).toBe(false);
});

describe("Approve section", () => {
  const plain: ReviewItem = {
    isKnockOut: false,
    isGate: false,
    answer: "given",
    isFailing: false,
    isGood: true,
    isUnchanged: false,
    isFlagged: false,
    hasUnreadEvidence: false,
    isDetermined: false,
  };
  test("takes answers that are good or unchanged", () => {
    expect(isTakenBySectionApproval(plain)).toBe(true);
    expect(isTakenBySectionApproval({ ...plain, isGood: false, isUnchanged: true })).toBe(true);
    expect(isTakenBySectionApproval({ ...plain, isGood: false })).toBe(false);
  });
  test.each([
    { isKnockOut: true },
    { isGate: true },
    { isFailing: true },
    { isFlagged: true },
    { hasUnreadEvidence: true },
    { isDetermined: true },
    { answer: "na" as const },
    { answer: "declined" as const },
    { answer: "none" as const },
  ])("never takes %j", (fact) => expect(isTakenBySectionApproval({ ...plain, isUnchanged: true, ...fact })).toBe(false));
  test("never takes what must be determined by itself", () => {
    for (const fact of [
      { isKnockOut: true },
      { isGate: true },
      { isFailing: true },
      { answer: "na" as const },
      { answer: "declined" as const },
    ])
      expect(mustBeDetermined({ ...plain, ...fact })).toBe(true);
    expect(mustBeDetermined(plain)).toBe(false);
  });
});
