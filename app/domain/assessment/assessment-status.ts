// The life cycle of an assessment: one sending of one version of one or more questionnaires for one engagement
// (docs: product, "The life cycle"). Answers may change only in states of `takesAnswers`; after submission they are immutable.
import { type LifeCycle, step } from "#app/domain/life-cycle.ts";

export const assessmentStatuses = [
  "draft",
  "sent",
  "in_progress",
  "from_documents",
  "submitted",
  "in_review",
  "clarification",
  "reviewed",
  "decided",
  "cancelled",
  "closed_unanswered",
] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

export const assessmentVerbs = [
  "send",
  "answer",
  "submit",
  "turn_to_documents",
  "finish_from_documents",
  "answer_again",
  "return_to_vendor",
  "review",
  "clarify",
  "answer_clarification",
  "correct",
  "close_review",
  "reopen_review",
  "decide",
  "withdraw_decision",
  "cancel",
  "close_unanswered",
] as const;
export type AssessmentVerb = (typeof assessmentVerbs)[number];

/** Any state before decided may end without a decision. */
const endsAs = <S extends AssessmentStatus>(to: S) => ({
  draft: to,
  sent: to,
  in_progress: to,
  from_documents: to,
  submitted: to,
  in_review: to,
  clarification: to,
  reviewed: to,
});

export const assessmentLifeCycle: LifeCycle<AssessmentStatus, AssessmentVerb> = {
  send: { draft: "sent" },
  // The first saved answer or file starts it.
  answer: { sent: "in_progress", in_progress: "in_progress" },
  submit: { sent: "submitted", in_progress: "submitted" },
  // The vendor will not answer: an officer does, from its documents.
  turn_to_documents: { draft: "from_documents", sent: "from_documents", in_progress: "from_documents" },
  finish_from_documents: { from_documents: "submitted" },
  answer_again: { submitted: "from_documents", in_review: "from_documents" },
  return_to_vendor: { from_documents: "in_progress" },
  // The first determination starts the review.
  review: { submitted: "in_review", in_review: "in_review" },
  clarify: { submitted: "clarification", in_review: "clarification" },
  answer_clarification: { clarification: "in_review" },
  // A correction of the vendor opens a closed review again.
  correct: { submitted: "submitted", in_review: "in_review", clarification: "clarification", reviewed: "in_review" },
  close_review: { submitted: "reviewed", in_review: "reviewed" },
  reopen_review: { reviewed: "in_review" },
  decide: { reviewed: "decided" },
  withdraw_decision: { decided: "reviewed" },
  cancel: endsAs("cancelled"),
  close_unanswered: endsAs("closed_unanswered"),
};

export const assessmentStatusTexts: Record<AssessmentStatus, string> = {
  draft: "Draft",
  sent: "Sent",
  in_progress: "In progress",
  from_documents: "Answering from documents",
  submitted: "Submitted",
  in_review: "In review",
  clarification: "Clarification",
  reviewed: "Reviewed",
  decided: "Decided",
  cancelled: "Cancelled",
  closed_unanswered: "Closed unanswered",
};

/** Throws illegal_transition with the current state. */
export const transition = (from: AssessmentStatus, verb: AssessmentVerb): AssessmentStatus =>
  step(assessmentLifeCycle, "The assessment", from, verb);

/** The vendor may save answers and files. */
export const takesAnswers = (status: AssessmentStatus): boolean => status === "sent" || status === "in_progress";

/** Reviewers may record determinations. */
export const takesDeterminations = (status: AssessmentStatus): boolean =>
  status === "submitted" || status === "in_review" || status === "clarification";

/** Ended without a decision: nothing of it counts, and nothing is taken through its link any more. */
export const endedUndecided: readonly AssessmentStatus[] = ["cancelled", "closed_unanswered"];

/** Neither decided nor ended: stands beside the engagement's result and changes nothing of it. */
export const isRunning = (status: AssessmentStatus): boolean => status !== "decided" && !endedUndecided.includes(status);

export type Turn = "procurement" | "business_owner" | "vendor" | "compliance_officer" | "approver";

/** Whose turn it is; null when nobody's. */
export const turnOf: Record<AssessmentStatus, Turn | null> = {
  draft: "procurement",
  sent: "vendor",
  in_progress: "vendor",
  from_documents: "compliance_officer",
  submitted: "compliance_officer",
  in_review: "compliance_officer",
  clarification: "vendor",
  reviewed: "compliance_officer",
  decided: null,
  cancelled: null,
  closed_unanswered: null,
};
