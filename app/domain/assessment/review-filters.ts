// What a reviewer may narrow the answers to; links of the review's bar.
import type { ReviewedItem } from "./review-items.ts";

export const reviewFilters = ["all", "unreviewed", "changed", "contradictions", "flagged", "failing"] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

export const reviewFilterTexts: Record<ReviewFilter, string> = {
  all: "All",
  unreviewed: "Unreviewed",
  changed: "Changed",
  contradictions: "Contradictions",
  flagged: "Flagged",
  failing: "Failing",
};

export const isReviewFilter = (text: string | null): text is ReviewFilter => reviewFilters.includes(text as ReviewFilter);

type Filtered = Pick<
  ReviewedItem,
  "isDetermined" | "isChanged" | "contradictions" | "isKnockOut" | "isGate" | "answer" | "hasUnreadEvidence" | "isFailing" | "isWorse"
>;

/** flagged: what no section approval takes, whatever its answer. */
const tests: Record<ReviewFilter, (item: Filtered) => boolean> = {
  all: () => true,
  unreviewed: ({ isDetermined }) => !isDetermined,
  changed: ({ isChanged, isWorse }) => isChanged || isWorse,
  contradictions: ({ contradictions }) => contradictions.length > 0,
  flagged: ({ isKnockOut, isGate, answer, hasUnreadEvidence }) => isKnockOut || isGate || answer !== "given" || hasUnreadEvidence,
  failing: ({ isFailing }) => isFailing,
};

export const passesFilter = (filter: ReviewFilter, item: Filtered): boolean => tests[filter](item);
