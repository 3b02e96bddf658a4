import { expect, test } from "vitest";
import { clausesInScope, missingClauses } from "#app/domain/report/clauses-in-scope.ts";
import type { Facts } from "#app/domain/risk/facts.ts";

const facts: Facts = { personal_data: 1, card: 1, access: 1, money: 1, dependency: 1, tier: 4, category: "other" };
const frameworks = (more: Partial<Facts>) => [...new Set(clausesInScope({ ...facts, ...more }).map(({ framework }) => framework))];

test("a vendor without our customers' data and without card scope needs no clause", () => {
  expect(frameworks({})).toEqual([]);
  expect(frameworks({ personal_data: 2, region: ["us"] })).toEqual([]);
});

test("customers' data bring the clauses of GDPR 28(3), in the United States those of the CCPA, too", () => {
  expect(frameworks({ personal_data: 3, region: ["eu"] })).toEqual(["gdpr"]);
  expect(frameworks({ personal_data: 4, region: ["eu", "us"] })).toEqual(["gdpr", "ccpa"]);
});

test("card scope brings the acknowledgement of PCI DSS 12.8.2", () => {
  expect(clausesInScope({ ...facts, card: 3 }).map(({ id }) => id)).toEqual(["12.8.2"]);
});

test("a clause is missing until it is known to be agreed", () => {
  const scope = { ...facts, card: 4 as const };
  expect(missingClauses(scope, {})).toHaveLength(1);
  expect(missingClauses(scope, { "12.8.2": { state: "no" } })).toHaveLength(1);
  expect(missingClauses(scope, { "12.8.2": { state: "unknown" } })).toHaveLength(1);
  expect(missingClauses(scope, { "12.8.2": { state: "yes", where: "Annex 3" } })).toEqual([]);
});
