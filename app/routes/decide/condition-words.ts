// When a condition has to be met, in words.
import type { ConditionTime } from "#app/domain/assessment/decision-outcomes.ts";

export const conditionTimeTexts: Record<ConditionTime, string> = {
  before_signature: "Before signature",
  before_go_live: "Before go-live",
  by_date: "By a date",
};
