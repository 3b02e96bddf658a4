// What a reviewer may narrow the answers to; links of the review's bar.
import type { ReviewedItem } from "./review-items.ts";

export const reviewFilters = ["contradictions", "all", "unreviewed", "changed", "carried", "elsewhere", "flagged", "failing"] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

export const reviewFilterTexts: Record<ReviewFilter, string> = {
  contradictions: "Contradictions",
  all: "All",
  unreviewed: "Unreviewed",
  changed: "Changed",
  carried: "Carried over",
  elsewhere: "From elsewhere",
  flagged: "Flagged",
  failing: "Failing",
};

export const isReviewFilter = (text: string | null): text is ReviewFilter => reviewFilters.includes(text as ReviewFilter);

type Filtered = Pick<
  ReviewedItem,
  | "isDetermined"
  | "isChanged"
  | "isCarried"
  | "isFromElsewhere"
  | "contradictions"
  | "isKnockOut"
  | "isGate"
  | "answer"
  | "hasUnreadEvidence"
  | "isFailing"
  | "isWorse"
  | "isCorrected"
>;

/** flagged: what no section approval takes, whatever its answer. */
const tests: Record<ReviewFilter, (item: Filtered) => boolean> = {
  all: () => true,
  unreviewed: ({ isDetermined }) => !isDetermined,
  changed: ({ isChanged, isWorse, isCorrected }) => isChanged || isWorse || isCorrected,
  carried: ({ isCarried, isFromElsewhere }) => isCarried && !isFromElsewhere,
  elsewhere: ({ isFromElsewhere }) => isFromElsewhere,
  contradictions: ({ contradictions }) => contradictions.length > 0,
  flagged: ({ isKnockOut, isGate, answer, hasUnreadEvidence, isCorrected }) =>
    isKnockOut || isGate || answer !== "given" || hasUnreadEvidence || isCorrected,
  failing: ({ isFailing }) => isFailing,
};

export const passesFilter = (filter: ReviewFilter, item: Filtered): boolean => tests[filter](item);

/** Some filters say something only where there was an assessment before, answers were corrected, or came from another engagement. */
export const filtersFor = (
  items: readonly Pick<Filtered, "isCorrected" | "isFromElsewhere">[],
  isReassessment: boolean,
): readonly ReviewFilter[] => {
  const says: Partial<Record<ReviewFilter, boolean>> = {
    changed: isReassessment || items.some(({ isCorrected }) => isCorrected),
    carried: isReassessment,
    elsewhere: items.some(({ isFromElsewhere }) => isFromElsewhere),
  };
  return reviewFilters.filter((filter) => says[filter] ?? true);
};

/** What a review opens with: contradictions, then in a reassessment what changed, each until all of it is determined. */
export function firstFilter(items: readonly Filtered[], isReassessment: boolean): ReviewFilter {
  const waits = (filter: ReviewFilter) => items.some((item) => passesFilter(filter, item) && !item.isDetermined);
  if (waits("contradictions")) return "contradictions";
  return isReassessment && waits("changed") ? "changed" : "all";
}

/** Regressions and contradictions come first where answers of several sections stand together; else the order stays. */
export const worstFirst = <T extends Filtered>(items: readonly T[]): T[] => items.toSorted((a, b) => urgency(a) - urgency(b));

const urgency = ({ isWorse, contradictions }: Filtered): number => (isWorse ? 0 : contradictions.length > 0 ? 1 : 2);
