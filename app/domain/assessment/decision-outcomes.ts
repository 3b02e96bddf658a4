// Outcomes of a decision, its conditions, and how many people sign it (docs: product, "Decision").
import { type Day, isDay } from "#app/domain/monitoring/calendar-days.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";

export const outcomes = ["approved", "approved_with_conditions", "declined", "on_hold"] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeTexts: Record<Outcome, string> = {
  approved: "Approved",
  approved_with_conditions: "Approved with conditions",
  declined: "Declined",
  on_hold: "On hold",
};

/** What the outcome does to the engagement. */
export const engagementVerbOf = {
  approved: "approve",
  approved_with_conditions: "approve",
  declined: "decline",
  on_hold: "put_on_hold",
} as const satisfies Record<Outcome, string>;

export const isApproval = (outcome: Outcome): boolean => outcome === "approved" || outcome === "approved_with_conditions";

/** Approvals for tiers 1 and 2 need two people; declining and putting on hold need one. Lowering the residual risk needs a second, too. */
export function signaturesNeeded(outcome: Outcome, tier: Tier, lowersResidual = false): 1 | 2 {
  return (isApproval(outcome) && tier <= 2) || lowersResidual ? 2 : 1;
}

export const conditionTimes = ["before_signature", "before_go_live", "by_date"] as const;
export type ConditionTime = (typeof conditionTimes)[number];

export interface Condition {
  readonly text: string;
  readonly when: ConditionTime;
  readonly dueOn: Day | null;
}

export const conditionRefusals = {
  needs_condition: "Name at least one condition, or approve without conditions.",
  no_conditions_here: "Only “approved with conditions” carries conditions.",
  needs_text: "Say what has to be done.",
  needs_date: "Give the day by which it has to be done.",
  in_the_past: "The day must be after today.",
} as const;
export type ConditionRefusal = keyof typeof conditionRefusals;

/** Why a decision may not carry these conditions, or undefined. */
export function conditionRefusal(outcome: Outcome, conditions: readonly Condition[], today: Day): ConditionRefusal | undefined {
  if (outcome !== "approved_with_conditions") return conditions.length > 0 ? "no_conditions_here" : undefined;
  if (conditions.length === 0) return "needs_condition";
  for (const { text, when, dueOn } of conditions) {
    if (text.trim() === "") return "needs_text";
    if (when === "by_date" && (dueOn === null || !isDay(dueOn))) return "needs_date";
    if (dueOn !== null && dueOn <= today) return "in_the_past";
  }
  return undefined;
}

export type ConditionState = "open" | "met" | "not_met";

/** A condition that is not met on its day makes the decision read "condition not met" from the day after. */
export function conditionState(condition: { dueOn: Day | null; isMet: boolean }, today: Day): ConditionState {
  if (condition.isMet) return "met";
  return condition.dueOn !== null && condition.dueOn < today ? "not_met" : "open";
}
