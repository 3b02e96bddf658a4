// Answers as conditions, scoring and the answer file see them (docs: scoring, "Value" and "Command line").
import type { EvidenceState } from "#app/domain/evidence/evidence-states.ts";

/** Reserved on every question; both need a reason, `na` also the leave of the question. */
export const reservedCodes = ["declined", "na"] as const;
export type ReservedCode = (typeof reservedCodes)[number];

export type TableRow = Record<string, string | number>;

/**
 * boolean: true or false · choice: a code · multichoice: a list of codes · number: a number · date: `YYYY-MM-DD` · text: a string ·
 * table: a list of rows · file: a non-empty string or a list of them · any: `declined`, `na`. null, '' and [] are no answer.
 */
export type AnswerValue = boolean | number | string | string[] | TableRow[] | null;

/** What the reviewer made of an answer. `clarify` leaves the vendor's answer standing. */
export type Determination =
  | { is: "accepted" | "rejected" | "clarify"; reason?: string }
  | { is: "adjusted"; value: AnswerValue; reason?: string };

export interface Answer {
  value?: AnswerValue;
  /** For `declined` and `na`. */
  reason?: string;
  comment?: string;
  /** Default: provided for an answered file question, else attested. */
  evidence?: EvidenceState;
  /** A reviewer accepted that the question does not apply. */
  naAccepted?: boolean;
  determination?: Determination;
}

/** By question id; `questionnaire#question` where an assessment has several questionnaires. */
export type Answers = Record<string, Answer>;

export function isReserved(value: unknown): value is ReservedCode {
  return value === "declined" || value === "na";
}

/** Whether the value is an answer at all: null, '' and [] are none. */
export function isAnswer(value: AnswerValue | undefined): value is Exclude<AnswerValue, null> {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
