// Where an answer of the review stands: in its section, or within the filter in hand.
import type { ReviewFilter } from "#app/domain/assessment/review-filters.ts";

export function answerAddress(filter: ReviewFilter, questionKey: string): string {
  const kept = filter === "all" ? "" : `filter=${filter}&`;
  return `?${kept}question=${encodeURIComponent(questionKey)}`;
}

/** The same question where another assessment judges it. */
export const thereAddress = (assessmentId: string, questionKey: string): string =>
  `/assessments/${assessmentId}/review?question=${encodeURIComponent(questionKey)}`;
