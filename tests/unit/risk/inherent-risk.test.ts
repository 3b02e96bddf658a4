import { expect, test } from "vitest";
import { overrideRefusal, presetLevels, tierOf } from "#app/domain/risk/inherent-risk.ts";
import { dimensions, type Level, type Levels, levels, riskBands, severityOfBand, tiers } from "#app/domain/risk/risk-levels.ts";
import { categories } from "#app/domain/vendor/categories.ts";

const all: Levels[] = levels.flatMap((personal_data) =>
  levels.flatMap((card) =>
    levels.flatMap((access) => levels.flatMap((money) => levels.map((dependency) => ({ personal_data, card, access, money, dependency })))),
  ),
);

test("over all 1,024 answer combinations a worse answer never gives a milder tier", () => {
  expect(all).toHaveLength(1024);
  for (const given of all)
    for (const dimension of dimensions)
      for (const level of levels.filter((l) => l > given[dimension])) {
        const worse = tierOf({ ...given, [dimension]: level });
        expect(worse.tier).toBeLessThanOrEqual(tierOf(given).tier);
        expect(severityOfBand(worse.band)).toBeGreaterThanOrEqual(severityOfBand(tierOf(given).band));
      }
});

test("over all combinations the worst level alone decides, and is named", () => {
  for (const given of all) {
    const worst = Math.max(...Object.values(given));
    const risk = tierOf(given);
    expect(risk.tier).toBe(5 - worst);
    expect(risk.band).toBe(riskBands[worst - 1]);
    expect(risk.decidedBy).toEqual(dimensions.filter((dimension) => given[dimension] === worst));
  }
});

test("the careful presets give payment and hosting tier 1, inventory tier 2, other tier 3", () => {
  expect(categories.map((category) => tierOf(presetLevels[category]).tier)).toEqual([1, 1, 2, 3]);
});

const odile = { personId: "per_odile", roles: ["compliance_officer"] as const };

test("over all combinations nobody can make level 4 in card or access milder, and no milder tier passes without a reason", () => {
  for (const given of all) {
    const computed = tierOf(given).tier;
    for (const tier of tiers.filter((t) => t > computed)) {
      const fixed = given.card === 4 || given.access === 4;
      expect(overrideRefusal({ levels: given, tier, reason: "We replaced the integration" }, odile, "per_tomas")).toBe(
        fixed ? "level_4_card_or_access" : undefined,
      );
      expect(overrideRefusal({ levels: given, tier, reason: " " }, odile, "per_tomas")).toBe(
        fixed ? "level_4_card_or_access" : "needs_reason",
      );
      expect(overrideRefusal({ levels: given, tier, reason: "x" }, odile, "per_odile")).toBe(
        fixed ? "level_4_card_or_access" : "registered_the_vendor",
      );
    }
  }
});

test("a stricter tier takes a compliance officer and a reason, and may come from who registered the vendor", () => {
  const low: Levels = { personal_data: 1, card: 1, access: 1, money: 1, dependency: 1 as Level };
  expect(overrideRefusal({ levels: low, tier: 2, reason: "Known incident" }, odile, "per_odile")).toBeUndefined();
  expect(overrideRefusal({ levels: low, tier: 2, reason: "" }, odile, null)).toBe("needs_reason");
  expect(
    overrideRefusal({ levels: low, tier: 2, reason: "x" }, { personId: "per_b", roles: ["business_owner", "procurement"] }, null),
  ).toBe("lacks_role");
  expect(overrideRefusal({ levels: low, tier: 4, reason: "x" }, odile, null)).toBe("same_tier");
});
