// Determinations: what a reviewer records about one answer. It stands beside the vendor's answer, never over it
// (docs: product, "Review"; scoring, "Two scores"). The codes are those of the scorer and of answer files.

export const verdicts = ["accepted", "adjusted", "clarify", "rejected"] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictTexts: Record<Verdict, string> = {
  accepted: "Accepted",
  adjusted: "Adjusted",
  clarify: "Needs clarification",
  rejected: "Rejected",
};

export const determinationRefusals = {
  needs_reason: "Give a reason; it is kept in the report.",
  needs_value: "Say which answer counts instead.",
  no_value_here: "Only an adjusted answer carries another value.",
  nothing_to_accept: "There is no answer to accept. Adjust, reject or ask.",
} as const;
export type DeterminationRefusal = keyof typeof determinationRefusals;

export interface Determination {
  readonly verdict: Verdict;
  /** The reviewer's answer when adjusted, else null. */
  readonly value: unknown;
  readonly reason: string;
}

/** Why it cannot be recorded, or undefined. Accepting as it stands needs no reason, except a not-applicable: its reason is weighed. */
export function determinationRefusal(given: Determination, answerValue: unknown): DeterminationRefusal | undefined {
  const isEmpty = (value: unknown) => value === null || value === undefined || value === "";
  if (given.verdict === "adjusted" && isEmpty(given.value)) return "needs_value";
  if (given.verdict !== "adjusted" && !isEmpty(given.value)) return "no_value_here";
  if (given.verdict === "accepted" && isEmpty(answerValue)) return "nothing_to_accept";
  const needsReason = given.verdict !== "accepted" || answerValue === "na";
  return needsReason && given.reason.trim() === "" ? "needs_reason" : undefined;
}

/** A not-applicable leaves the score only when a determination accepts the vendor's, or gives one itself. */
export const acceptsNotApplicable = (given: Determination, answerValue: unknown): boolean =>
  (given.verdict === "accepted" && answerValue === "na") || (given.verdict === "adjusted" && given.value === "na");

/** One visible question as the review sees it. */
export interface ReviewItem {
  readonly isKnockOut: boolean;
  /** Its answer hides or shows a knock-out. */
  readonly isGate: boolean;
  readonly answer: "none" | "given" | "na" | "declined";
  /** Counts, and its value is 0. */
  readonly isFailing: boolean;
  /** Full value, or not scored. */
  readonly isGood: boolean;
  /** The same answer as in the assessment before, determined then; or one determined for another engagement. */
  readonly isUnchanged: boolean;
  /** Contradicts a fact or another answer, or the vendor corrected it since. */
  readonly isFlagged: boolean;
  /** A document nobody opened yet. */
  readonly hasUnreadEvidence: boolean;
  /** The newest determination judges the newest answer and is not "needs clarification"; a carried one only where nothing asks for a look. */
  readonly isDetermined: boolean;
}

/** Must be determined one by one before a decision (docs: product, "Decision", *Must*). */
export const mustBeDetermined = (item: Pick<ReviewItem, "isKnockOut" | "isGate" | "isFailing" | "answer">): boolean =>
  item.isKnockOut || item.isGate || item.isFailing || item.answer === "na" || item.answer === "declined";

/** **Approve section** takes it: unchanged or good, never what must be looked at by itself. */
export const isTakenBySectionApproval = (item: ReviewItem): boolean =>
  !item.isDetermined &&
  !mustBeDetermined(item) &&
  !item.isFlagged &&
  !item.hasUnreadEvidence &&
  item.answer === "given" &&
  (item.isUnchanged || item.isGood);
