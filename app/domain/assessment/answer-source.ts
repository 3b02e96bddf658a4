// Where an answer comes from. The vendor's own needs no more words; one of ours typed it for the vendor, who confirmed it, or answered it
// from the vendor's documents, without the vendor (docs: product, "Due diligence").
import type { Role } from "../access/roles.ts";
import type { Day } from "../monitoring/calendar-days.ts";

/**
 * carried: from the assessment before. correction: given again after submitting, unasked. report: proposed from a report of its own, confirmed unchanged. on_behalf: typed by us, confirmed
 * by the vendor. documents: read by us in its documents. elsewhere: the vendor gave it for another engagement (questionnaires, rule 9).
 */
export const answerOrigins = ["vendor", "carried", "clarification", "correction", "report", "on_behalf", "documents", "elsewhere"] as const;
export type AnswerOrigin = (typeof answerOrigins)[number];

/** The roles that may type for a vendor. */
export type TypingRole = Extract<Role, "procurement" | "compliance_officer">;

export interface ReadInDocument {
  evidenceId: string;
  /** File name, as it was then. */
  name: string;
  page: string;
}

export type AnswerSource =
  | { is: "on_behalf"; byId: string; byRole: TypingRole; confirmedBy: { name: string; role: string } }
  /** No document: not found in any of them, or nothing that scores. */
  | { is: "documents"; byId: string; byRole: TypingRole; document: ReadInDocument | null }
  /** The revision of another assessment it was taken from, and the day the vendor signed it there. */
  | { is: "elsewhere"; assessmentId: string; revision: number; signedOn: Day };

export type ElsewhereSource = Extract<AnswerSource, { is: "elsewhere" }>;
export type TypedSource = Exclude<AnswerSource, ElsewhereSource>;

/** What an answer was taken from, while nobody has given another one here. */
export const takenFrom = ({ origin, source }: { origin: AnswerOrigin; source: AnswerSource | null }): ElsewhereSource | undefined =>
  origin === "elsewhere" && source?.is === "elsewhere" ? source : undefined;

/** The vendor said it itself, or took it over: what we typed for it does not stand against that. */
export const isVendorsOwn = (origin: AnswerOrigin): boolean => origin !== "carried" && origin !== "documents";

/** In which role somebody types for a vendor: a person may hold several. */
export const typingRole = (roles: readonly Role[]): TypingRole => (roles.includes("procurement") ? "procurement" : "compliance_officer");
