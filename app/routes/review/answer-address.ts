// Where an answer of the review stands: in its section, or within the filter in hand.
import type { ReviewFilter } from "#app/domain/assessment/review-filters.ts";

export function answerAddress(filter: ReviewFilter, questionKey: string): string {
  const kept = filter === "all" ? "" : `filter=${filter}&`;
  return `?${kept}question=${encodeURIComponent(questionKey)}`;
}
