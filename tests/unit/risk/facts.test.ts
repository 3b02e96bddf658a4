import { expect, test } from "vitest";
import { factsOf, isInCardScope, levelsOf } from "#app/domain/risk/facts.ts";

const options = { a: { level: 1 }, b: { level: 2 }, c: { level: 3 }, d: { level: 4 } } as const;
const questions = [
  ...["personal_data", "card", "access", "money", "dependency"].map((fact) => ({ id: `q_${fact}`, type: "choice", fact, options })),
  { id: "q_int", type: "multichoice", fact: "integration", options: { redirect: {}, iframe: {} } },
  { id: "q_prod", type: "boolean", fact: "hosts_production" },
  { id: "q_region", type: "multichoice", fact: "region" },
  { id: "q_volume", type: "number" },
];
const tiers = { q_personal_data: "c", q_card: "a", q_access: "b", q_money: "b", q_dependency: "c" };

test("facts are read from the answers of the inherent-risk questionnaire", () => {
  expect(
    factsOf(questions, { ...tiers, q_int: ["iframe", "redirect"], q_prod: false, q_region: ["us", "eu"], q_volume: 7 }, "inventory"),
  ).toEqual({
    personal_data: 3,
    card: 1,
    access: 2,
    money: 2,
    dependency: 3,
    tier: 2,
    category: "inventory",
    integration: ["redirect", "iframe"],
    hosts_production: false,
    region: ["eu", "us"],
  });
});

test("facts nobody answered are missing, so that comparisons with them are false", () => {
  expect(Object.keys(factsOf(questions, tiers, "other")).sort()).toEqual([
    "access",
    "card",
    "category",
    "dependency",
    "money",
    "personal_data",
    "tier",
  ]);
});

test("an unanswered tier question counts as the worst level", () => {
  expect(levelsOf(questions, { ...tiers, q_access: undefined })).toMatchObject({ access: 4 });
  expect(factsOf(questions, {}, "other").tier).toBe(1);
});

test("the tier in force replaces the computed one", () => expect(factsOf(questions, tiers, "other", 3).tier).toBe(3));

test("card scope begins where card security could be affected", () =>
  expect(([1, 2, 3, 4] as const).map((card) => isInCardScope({ card }))).toEqual([false, false, true, true]));
