// The first of the two clocks: when an engagement is reviewed again (docs: product, "Monitoring").
// Counted from the last conclusion by tier; it opens earlier, so that its decision, not its start, falls inside the period
// (PCI DSS 4.0.1 12.8.4). Conditions, acceptances and documents have days of their own and are shown beside it.
import { type Facts, holdsCustomerDataAtScale, isInCardScope } from "#app/domain/risk/facts.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import { addDays, addMonths, type Day, laterOf } from "./calendar-days.ts";

/** Months between conclusions. */
export const reviewMonths: Record<Tier, number> = { 1: 12, 2: 12, 3: 24, 4: 36 };
/** With card scope or customers' data at scale, whatever the tier. */
export const reviewMonthsAtMost = 12;
/** Days a review opens before its due day. */
export const reviewLeadDays: Record<Tier, number> = { 1: 45, 2: 45, 3: 21, 4: 21 };

export const reviewReasons = [
  "tier",
  "card_scope",
  "data_at_scale",
  "decision",
  "document_lapsed",
  "incident",
  "scope_change",
  "condition_ends",
  "acceptance_ends",
  "document_expires",
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const reviewReasonTexts: Record<ReviewReason, string> = {
  tier: "Due by tier",
  card_scope: "Every 12 months, because of card scope",
  data_at_scale: "Every 12 months, because of customers' data at scale",
  decision: "The decision asks for it",
  document_lapsed: "A document lapsed beyond its grace",
  incident: "An incident",
  scope_change: "The scope changed",
  condition_ends: "A condition of the decision ends",
  acceptance_ends: "A risk acceptance ends",
  document_expires: "A document expires",
};

type ReviewFacts = Pick<Facts, "tier" | "card" | "personal_data">;

/** The cadence of an engagement, and why. */
export function reviewCadence(facts: ReviewFacts): { months: number; reason: "tier" | "card_scope" | "data_at_scale" } {
  const byTier = reviewMonths[facts.tier];
  if (byTier <= reviewMonthsAtMost) return { months: byTier, reason: "tier" };
  if (isInCardScope(facts)) return { months: reviewMonthsAtMost, reason: "card_scope" };
  if (holdsCustomerDataAtScale(facts)) return { months: reviewMonthsAtMost, reason: "data_at_scale" };
  return { months: byTier, reason: "tier" };
}

export interface ReviewCandidate {
  readonly on: Day;
  readonly reason: ReviewReason;
  /** Condition, acceptance, document or event it is about. */
  readonly about: string | null;
  /** False for days that are only shown: they ask for something else than a review. */
  readonly isReview: boolean;
}

export interface ReviewClock {
  readonly facts: ReviewFacts;
  /** Day of the last conclusion. */
  readonly concludedOn: Day;
  /** Day the decision names; counts when it is earlier than the cadence. */
  readonly agreedOn?: Day | null;
  /** Documents the result rests on and nothing newer replaced; `graceDays` is its kind's. */
  readonly documents: readonly { id: string; expiresOn: Day | null; graceDays: number }[];
  readonly conditions: readonly { id: string; dueOn: Day | null; isMet: boolean }[];
  /** In force. */
  readonly acceptances: readonly { id: string; expiresOn: Day }[];
  /** Incidents and scope changes. */
  readonly events: readonly { id: string; kind: "incident" | "scope_change"; on: Day }[];
}

export interface NextReview {
  /** Day the review belongs to, the same whenever one asks: with the engagement it makes opening it happen once. */
  readonly openedFor: Day;
  /** Day to show and to keep: never before tomorrow. */
  readonly dueOn: Day;
  readonly opensOn: Day;
  readonly reason: ReviewReason;
  /** An event opened it before its regular day. */
  readonly isEarly: boolean;
  /** Every day that matters, the first to come first: the review and what is only shown beside it. */
  readonly candidates: readonly ReviewCandidate[];
}

const byDay = (a: { on: Day; reason: ReviewReason }, b: { on: Day; reason: ReviewReason }) =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : reviewReasons.indexOf(a.reason) - reviewReasons.indexOf(b.reason);

/** What happened since the last conclusion and opens a review early: it is due its lead time after the event. */
function earlyReviews({ facts, concludedOn, documents, events }: ReviewClock, today: Day) {
  const lapsed = documents.flatMap(({ id, expiresOn, graceDays }) =>
    expiresOn === null ? [] : [{ id, kind: "document_lapsed" as const, on: addDays(expiresOn, graceDays + 1) }],
  );
  return [...lapsed, ...events]
    .filter(({ on }) => on > concludedOn && on <= today)
    .map(({ id, kind, on }) => ({ on: addDays(on, reviewLeadDays[facts.tier]), reason: kind, about: id, isReview: true }));
}

/** The next review of a concluded engagement, with all candidates and their reasons. */
export function nextReview(clock: ReviewClock, today: Day): NextReview {
  const tomorrow = addDays(today, 1);
  const cadence = reviewCadence(clock.facts);
  const byCadence = addMonths(clock.concludedOn, cadence.months);
  const agreed = clock.agreedOn && clock.agreedOn > clock.concludedOn && clock.agreedOn < byCadence ? clock.agreedOn : null;
  const regular: ReviewCandidate = {
    on: agreed ?? byCadence,
    reason: agreed ? "decision" : cadence.reason,
    about: null,
    isReview: true,
  };
  const reviews: ReviewCandidate[] = [regular, ...earlyReviews(clock, today)].sort(byDay);
  const shown: ReviewCandidate[] = [
    ...clock.conditions.flatMap(({ id, dueOn, isMet }) =>
      dueOn === null || isMet ? [] : [{ on: dueOn, reason: "condition_ends" as const, about: id, isReview: false }],
    ),
    ...clock.acceptances.map(({ id, expiresOn }) => ({ on: expiresOn, reason: "acceptance_ends" as const, about: id, isReview: false })),
    ...clock.documents.flatMap(({ id, expiresOn }) =>
      expiresOn === null ? [] : [{ on: expiresOn, reason: "document_expires" as const, about: id, isReview: false }],
    ),
  ];
  const first = reviews[0]!;
  return {
    openedFor: first.on,
    dueOn: laterOf(first.on, tomorrow),
    opensOn: addDays(first.on, -reviewLeadDays[clock.facts.tier]),
    reason: first.reason,
    isEarly: first !== regular,
    candidates: [
      ...reviews.map((review) => ({ ...review, on: laterOf(review.on, tomorrow) })),
      ...shown.filter(({ on }) => on > today),
    ].sort(byDay),
  };
}
