import { expect, test } from "vitest";
import { isDueDay, isExtension, proposedDueOn, proposeQuestionnaires } from "#app/domain/assessment/sending.ts";
import type { Facts } from "#app/domain/risk/facts.ts";

const packs = [
  { id: "hosting-provider", appliesTo: { categories: ["hosting"] } },
  { id: "inventory-logistics", appliesTo: { categories: ["inventory"], tiers: [1, 2, 3] } },
  { id: "payment-provider", appliesTo: { categories: ["payment"] } },
] as const;
const facts: Facts = { personal_data: 3, card: 1, access: 3, money: 3, dependency: 3, tier: 2, category: "inventory" };
const preselected = (more: Partial<Facts>) =>
  proposeQuestionnaires({ ...facts, ...more }, packs)
    .filter((p) => p.isPreselected)
    .map((p) => `${p.id} by ${p.because}`);

test("the pack of the category is preselected, the others can be chosen", () => {
  expect(preselected({ category: "payment" })).toEqual(["payment-provider by category"]);
  expect(preselected({ category: "hosting" })).toEqual(["hosting-provider by category"]);
  expect(proposeQuestionnaires(facts, packs).map(({ id }) => id)).toEqual(["inventory-logistics", "hosting-provider", "payment-provider"]);
});

test("for another category nothing is preselected", () => expect(preselected({ category: "other" })).toEqual([]));

test("a fact asks for a pack whatever the category", () => {
  expect(preselected({ hosts_production: true })).toEqual(["hosting-provider by fact", "inventory-logistics by category"]);
  expect(preselected({ category: "other", integration: ["iframe"] })).toEqual(["payment-provider by fact"]);
  expect(preselected({ category: "other", integration: [], hosts_production: false })).toEqual([]);
});

test("a pack for other tiers is not preselected", () => expect(preselected({ tier: 4 })).toEqual([]));

test("a vendor gets ten working days, two weeks; more for more than sixty questions", () => {
  expect(proposedDueOn("2026-11-24", 54)).toBe("2026-12-08");
  expect(proposedDueOn("2026-11-24", 61)).toBe("2026-12-15");
  expect(proposedDueOn("2026-11-24", 101)).toBe("2026-12-22");
});

test("a due day is after today, an extension after the day it extends", () => {
  expect(isDueDay("2026-11-24", "2026-11-24")).toBe(false);
  expect(isDueDay("2026-11-25", "2026-11-24")).toBe(true);
  expect(isDueDay("2026-02-30", "2026-01-24")).toBe(false);
  expect(isExtension("2026-12-08", "2026-12-08", "2026-11-24")).toBe(false);
  expect(isExtension("2026-12-09", "2026-12-08", "2026-11-24")).toBe(true);
});
