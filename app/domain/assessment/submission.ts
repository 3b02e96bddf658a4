// What keeps a vendor from submitting, complete (docs: product, "Due diligence"): a required question without answer, a missing reason or
// required comment, an evidence rule that holds and has no file, no "Covered by a document" and no "Provide later". Nothing else.
import { addDays, type Day, isDay } from "#app/domain/monitoring/calendar-days.ts";

export const submissionBlockerTexts = {
  no_answer: "This question has no answer.",
  no_reason: "Say why it does not apply, or why you do not answer it.",
  no_comment: "This answer needs a comment.",
  no_evidence: "This answer needs a document: upload it, say which one covers it, or when it will follow.",
} as const;
export type SubmissionBlockerCode = keyof typeof submissionBlockerTexts;

export interface SubmissionItem {
  readonly questionKey: string;
  readonly isVisible: boolean;
  readonly isRequired: boolean;
  /** A question whose answer is the file itself: standing in for the file answers it. */
  readonly isFile: boolean;
  readonly answer: "none" | "given" | "na" | "declined";
  readonly reason: string;
  /** The chosen option asks for a comment. */
  readonly needsComment: boolean;
  readonly comment: string;
  /** Its evidence rule holds for the given answer. */
  readonly needsEvidence: boolean;
  /** Files attached and not taken back. */
  readonly files: number;
  readonly instead: "covered" | "later" | null;
}

export interface SubmissionBlocker {
  readonly questionKey: string;
  readonly code: SubmissionBlockerCode;
}

function blockerOf(item: SubmissionItem): SubmissionBlockerCode | undefined {
  const hasProof = item.files > 0 || item.instead !== null;
  switch (item.answer) {
    case "none":
      return item.isRequired && !(item.isFile && hasProof) ? "no_answer" : undefined;
    case "na":
    case "declined":
      return item.reason.trim() === "" ? "no_reason" : undefined;
    case "given":
      if (item.needsComment && item.comment.trim() === "") return "no_comment";
      return item.needsEvidence && !hasProof ? "no_evidence" : undefined;
  }
}

/** At most one per question, in the order given; empty means Submit goes through. */
export function submissionBlockers(items: readonly SubmissionItem[]): SubmissionBlocker[] {
  return items.flatMap((item) => {
    const code = item.isVisible ? blockerOf(item) : undefined;
    return code ? [{ questionKey: item.questionKey, code }] : [];
  });
}

/** Evidence promised for later has to come within this many days. */
export const provideLaterDays = 30;

/** True for a day a vendor may promise a document for: after today, within thirty days. */
export const isPromisable = (on: string, today: Day): boolean => isDay(on) && on > today && on <= addDays(today, provideLaterDays);

export const attestationRefusals = {
  needs_name: "Type your name.",
  needs_role: "Type your role.",
} as const;

/** Why a typed-name attestation is no signature, or undefined. */
export function attestationRefusal(name: string, role: string): keyof typeof attestationRefusals | undefined {
  if (name.trim().length < 2) return "needs_name";
  return role.trim() === "" ? "needs_role" : undefined;
}
