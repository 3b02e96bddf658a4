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

test("for another category no pack of a trade is preselected", () => expect(preselected({ category: "other" })).toEqual([]));

test("tiers 1 to 3 get the general questions beside the pack of their trade, tier 4 the short ones alone", () => {
  const general = [
    { id: "core-security", appliesTo: { tiers: [1, 2, 3] } },
    ...packs,
    { id: "privacy-dpa", appliesTo: { tiers: [1, 2, 3] } },
    { id: "starter", appliesTo: { tiers: [4] } },
  ] as const;
  const sent = (more: Partial<Facts>) =>
    proposeQuestionnaires({ ...facts, ...more }, general)
      .filter(({ isPreselected }) => isPreselected)
      .map(({ id, because }) => `${id} by ${because}`);
  expect(sent({ tier: 1, category: "hosting" })).toEqual(["core-security by tier", "hosting-provider by category"]);
  expect(sent({ tier: 3, category: "inventory" })).toEqual(["core-security by tier", "inventory-logistics by category"]);
  expect(sent({ tier: 2, category: "other" })).toEqual(["core-security by tier"]);
  expect(sent({ tier: 4, category: "other" })).toEqual(["starter by tier"]);
});

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
