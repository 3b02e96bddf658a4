// How one submitted answer stands, in words a vendor may read: whether we asked about it, it was given again, or a document is awaited.
// What the review made of it never stands here. Pure.

export const answerStandings = ["received", "none", "asked", "answered_again", "correcting", "corrected", "document_due"] as const;
export type AnswerStanding = (typeof answerStandings)[number];

export interface StandingFacts {
  hasAnswer: boolean;
  /** We asked and wait for the vendor. */
  isAsked: boolean;
  /** Asked to correct it; nothing was sent yet. */
  isBeingCorrected: boolean;
  origin: string;
  /** A document of it is asked for. */
  isDocumentDue: boolean;
}

/** What the vendor has to do comes first. */
export function answerStanding({ hasAnswer, isAsked, isBeingCorrected, origin, isDocumentDue }: StandingFacts): AnswerStanding {
  if (isAsked) return "asked";
  if (isBeingCorrected) return "correcting";
  if (isDocumentDue) return "document_due";
  if (origin === "correction") return "corrected";
  if (origin === "clarification") return "answered_again";
  return hasAnswer ? "received" : "none";
}
