// Tier from the inherent-risk questionnaire: the worst level decides, nothing is averaged (docs: product, "Inherent-risk questionnaire").
import type { Signer } from "#app/domain/access/separation-of-duties.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { bandOfTier, type Dimension, dimensions, type Level, type Levels, type RiskBand, type Tier, tierOfLevel } from "./risk-levels.ts";

export interface InherentRisk {
  readonly tier: Tier;
  readonly band: RiskBand;
  readonly worstLevel: Level;
  /** The dimensions at the worst level, in the order of the questionnaire. */
  readonly decidedBy: readonly Dimension[];
}

export function tierOf(levels: Levels): InherentRisk {
  const worstLevel = Math.max(...dimensions.map((dimension) => levels[dimension])) as Level;
  const tier = tierOfLevel[worstLevel];
  return { tier, band: bandOfTier[tier], worstLevel, decidedBy: dimensions.filter((dimension) => levels[dimension] === worstLevel) };
}

const careful = (personalData: Level, card: Level, access: Level, money: Level, dependency: Level): Levels => ({
  personal_data: personalData,
  card,
  access,
  money,
  dependency,
});

/** Careful answers each category starts with, shown as "assumed" until the owner confirms them. */
export const presetLevels: Record<Category, Levels> = {
  payment: careful(3, 4, 3, 4, 4),
  hosting: careful(3, 4, 4, 2, 4),
  inventory: careful(3, 1, 3, 3, 3),
  other: careful(2, 1, 2, 2, 2),
};

export const overrideRefusals = {
  same_tier: "That is the computed tier already.",
  lacks_role: "Only a compliance officer can set another tier than computed.",
  registered_the_vendor: "You registered this vendor, so another compliance officer has to make its tier milder.",
  level_4_card_or_access: "Level 4 in card and checkout, or in access, cannot be made milder.",
  needs_reason: "Say why the tier should differ from the computed one.",
} as const;
export type OverrideRefusal = keyof typeof overrideRefusals;

/**
 * Why this person may not set `tier` instead of the computed one, or undefined. Milder takes a compliance officer who did not register the
 * vendor; level 4 in card or access cannot be made milder at all; stricter takes a compliance officer. Always with a reason.
 */
export function overrideRefusal(
  wanted: { levels: Levels; tier: Tier; reason: string },
  signer: Signer,
  registeredById: string | null,
): OverrideRefusal | undefined {
  const computed = tierOf(wanted.levels).tier;
  if (wanted.tier === computed) return "same_tier";
  if (!signer.roles.includes("compliance_officer")) return "lacks_role";
  if (wanted.tier > computed) {
    if (wanted.levels.card === 4 || wanted.levels.access === 4) return "level_4_card_or_access";
    if (signer.personId === registeredById) return "registered_the_vendor";
  }
  return wanted.reason.trim() === "" ? "needs_reason" : undefined;
}
