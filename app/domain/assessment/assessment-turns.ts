// Whose turn an assessment is, as lists sort them: with the vendor, with us, waiting to be sent, over.
import type { AssessmentStatus } from "./assessment-status.ts";

export const assessmentTurns = ["vendor", "us", "draft", "over"] as const;
export type AssessmentTurn = (typeof assessmentTurns)[number];

export const statusesOfTurn: Record<AssessmentTurn, readonly AssessmentStatus[]> = {
  vendor: ["sent", "in_progress", "clarification"],
  us: ["from_documents", "submitted", "in_review", "reviewed"],
  draft: ["draft"],
  over: ["decided", "cancelled", "closed_unanswered"],
};
