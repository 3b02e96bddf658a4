// What becomes of a vendor's wish to correct a submitted answer (docs: product, "Review"). Until a decision is signed the answer is opened:
// the correction is a new revision beside the old one, and its determination is open again. After that it is a message to us, which may
// lead to a new review; nothing under a signature changes.
import type { AssessmentStatus } from "./assessment-status.ts";

export type CorrectionWay = "revise" | "ask";

/** Undefined where answers can still be changed anyway, nobody reads them any more, or they are ours, read in the vendor's documents. */
export function correctionWay({ status, method }: { status: string; method: string | null }, isSigned: boolean): CorrectionWay | undefined {
  if (method === "from_documents") return undefined;
  switch (status as AssessmentStatus) {
    case "submitted":
    case "in_review":
    case "clarification":
      return "revise";
    case "reviewed":
      return isSigned ? "ask" : "revise";
    case "decided":
      return "ask";
    default:
      return undefined;
  }
}

/** A correction the vendor asked for and has not sent yet: documents may be added to its question. */
export const isCorrectionOpen = (correction: { sentAt: Date | null }): boolean => correction.sentAt === null;

/** Origins of revisions given after submission: they stand beside what was submitted. */
export const isGivenLater = (origin: string): boolean => origin === "clarification" || origin === "correction";
