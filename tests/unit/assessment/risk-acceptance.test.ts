import { expect, test } from "vitest";
import {
  acceptanceRefusal,
  continuedBy,
  countersignRefusal,
  isInForce,
  latestExpiry,
  permissionToAccept,
  riskOwnerRefusal,
} from "#app/domain/assessment/risk-acceptance.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { riskBands } from "#app/domain/risk/risk-levels.ts";

const today = "2026-11-24";
const owner = { personId: "per_priya", roles: ["business_owner"] as const };
const executive = { personId: "per_bertil", roles: ["approver"] as const };
const officer = { personId: "per_odile", roles: ["compliance_officer"] as const };

test("a critical risk is accepted for at most 90 days, a high one for 180, any other for 365", () => {
  for (const [level, days] of Object.entries({ critical: 90, high: 180, medium: 365, low: 365 }) as [
    (typeof riskBands)[number],
    number,
  ][]) {
    const until = (n: number) => acceptanceRefusal({ level, reason: "Season", expiresOn: addDays(today, n), renews: null }, today);
    expect([until(0), until(1), until(days), until(days + 1)]).toEqual(["in_the_past", undefined, undefined, "too_long"]);
    expect(latestExpiry(level, today)).toBe(addDays(today, days));
  }
});

test("it is renewed once, and never without reason or date", () => {
  const given = { level: "high", reason: "Season", expiresOn: "2026-12-24", renews: null } as const;
  const before = { isRenewal: false, expiresOn: "2026-12-01" };
  expect(acceptanceRefusal({ ...given, renews: before }, today)).toBeUndefined();
  expect(acceptanceRefusal({ ...given, renews: { ...before, isRenewal: true } }, today)).toBe("renewed_already");
  expect(acceptanceRefusal({ ...given, renews: { ...before, expiresOn: "2026-12-24" } }, today)).toBe("not_longer");
  expect(acceptanceRefusal({ ...given, reason: " " }, today)).toBe("needs_reason");
  expect(acceptanceRefusal({ ...given, expiresOn: "soon" }, today)).toBe("needs_date");
});

test("a further acceptance of the same risk continues the newest that was in force, whether or not it still is", () => {
  const row = { subject: "residual", expiresOn: "2026-12-24", renewsId: null };
  const before = [
    { ...row, id: "first", status: "expired" },
    { ...row, id: "withdrawn", status: "withdrawn" },
    { ...row, id: "waiting", status: "proposed" },
    { ...row, id: "other", subject: "coverage", status: "in_force" },
  ] as const;
  expect(continuedBy("residual", before)?.id).toBe("first");
  expect(continuedBy("residual", before.slice(1))).toBeUndefined();
});

test("the business owner owns low and medium risks of its engagement, from high on a named executive does", () => {
  for (const level of riskBands) {
    const isHigh = level === "high" || level === "critical";
    expect(riskOwnerRefusal(level, owner, "per_priya")).toBe(isHigh ? "needs_executive" : undefined);
    expect(riskOwnerRefusal(level, owner, "per_somebody")).toBe(isHigh ? "needs_executive" : "not_the_risk_owner");
    expect(riskOwnerRefusal(level, executive, "per_priya")).toBe(isHigh ? undefined : "not_the_risk_owner");
    expect(riskOwnerRefusal(level, officer, null)).toBe(isHigh ? "needs_executive" : "not_the_risk_owner");
    expect(permissionToAccept(level)).toBe(isHigh ? "risk_acceptance.sign" : "risk_acceptance.propose");
  }
});

test("compliance countersigns, and never its own acceptance", () => {
  expect(countersignRefusal(officer, { ownedById: "per_priya", proposedById: "per_priya" })).toBeUndefined();
  expect(countersignRefusal(executive, { ownedById: "per_priya", proposedById: "per_priya" })).toBe("lacks_role");
  expect(countersignRefusal(officer, { ownedById: "per_odile", proposedById: "per_priya" })).toBe("owns_the_risk");
  expect(countersignRefusal(officer, { ownedById: "per_priya", proposedById: "per_odile" })).toBe("owns_the_risk");
});

test("it counts from the countersignature to its last day", () => {
  expect(isInForce({ status: "in_force", expiresOn: today }, today)).toBe(true);
  expect(isInForce({ status: "in_force", expiresOn: "2026-11-23" }, today)).toBe(false);
  for (const status of ["proposed", "expired", "withdrawn"] as const)
    expect(isInForce({ status, expiresOn: "2027-01-01" }, today)).toBe(false);
});
