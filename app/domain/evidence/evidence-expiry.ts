// From a document's kind and dates to the last day it holds, and to its state on a day. Pure: the day is a parameter.
// Scores, reminders and document requests all rest on these two functions; changing them changes results.
import { addDays, addMonths, type Day, daysBetween, earlierOf, laterOf } from "#app/domain/monitoring/calendar-days.ts";
import type { BridgeLetter } from "./bridge-letters.ts";
import { type EvidenceKind, evidenceKindRow } from "./evidence-kinds.ts";
import type { EvidenceState } from "./evidence-states.ts";

/** What a reviewer has found about a piece of evidence; `none` until somebody looked. */
export type EvidenceVerdict = "none" | "verified" | "rejected";

/**
 * The last day a document holds, or undefined when it never expires. `startsOn` is the date its clock runs from, `statedExpiryOn` the
 * last day the document names itself. The stricter of both wins: a document cannot outlive its kind.
 */
export function expiryOf(kind: EvidenceKind, startsOn: Day, statedExpiryOn?: Day): Day | undefined {
  const limit = limitOf(kind, startsOn);
  if (limit === undefined || statedExpiryOn === undefined) return limit ?? statedExpiryOn;
  return earlierOf(limit, statedExpiryOn);
}

function limitOf(kind: EvidenceKind, startsOn: Day): Day | undefined {
  const { validity } = evidenceKindRow(kind);
  switch (validity.rule) {
    case "months":
      return addMonths(startsOn, validity.months);
    case "days":
      return addDays(startsOn, validity.days);
    case "stated":
      return validity.atMostMonths === undefined ? undefined : addMonths(startsOn, validity.atMostMonths);
    case "year_end":
      return `${Number(startsOn.slice(0, 4)) + validity.years}-12-31`;
    case "none":
      return undefined;
  }
}

export interface EvidenceOnDay {
  kind: EvidenceKind;
  startsOn?: Day | undefined;
  expiresOn?: Day | undefined;
  verdict?: EvidenceVerdict | undefined;
  /** The question's own limit on age; it may be stricter than the kind, never milder. */
  maxAgeDays?: number | undefined;
  /** Letters of the vendor that may bridge the time after its last day. */
  bridges?: readonly BridgeLetter[] | undefined;
}

/**
 * The state of one piece of evidence on `day` (scoring.md, "Evidence factor"): rejected before all else, expired after the last day and
 * the kind's grace, late inside the grace, else verified or provided. Under an age limit a document without a date is never verified.
 */
export function evidenceStateOn(evidence: EvidenceOnDay, day: Day): Exclude<EvidenceState, "attested"> {
  if (evidence.verdict === "rejected") return "rejected";
  const last = lastDayOf(evidence);
  if (last !== undefined && day > lastDayOfGrace(evidence, last)) return "expired";
  if (last !== undefined && day > last) return "late";
  const isUndated = evidence.maxAgeDays !== undefined && evidence.startsOn === undefined;
  return evidence.verdict === "verified" && !isUndated ? "verified" : "provided";
}

/**
 * The last day on which a document is late and not expired; its last valid day when it has no grace. Where the kind asks for a bridge
 * letter, only the days count that one speaks for without a hole: it begins within the report's own time.
 */
function lastDayOfGrace({ kind, startsOn, bridges = [] }: EvidenceOnDay, last: Day): Day {
  const { graceDays, graceNeeds } = evidenceKindRow(kind);
  const latest = addDays(last, graceDays);
  if (graceNeeds === undefined) return latest;
  const speaking = bridges.filter(
    (letter) => (startsOn === undefined || letter.startsOn >= startsOn) && letter.startsOn <= addDays(last, 1),
  );
  const bridged = speaking.reduce((day, { expiresOn }) => laterOf(day, expiresOn), last);
  return earlierOf(latest, bridged);
}

/** Days after its last one in which a document is late and not expired; 0 for one without an end. */
export function graceDaysOf(evidence: EvidenceOnDay): number {
  const last = lastDayOf(evidence);
  return last === undefined ? 0 : daysBetween(last, lastDayOfGrace(evidence, last));
}

/** The last valid day under both the kind's expiry and the question's limit on age. */
export function lastDayOf({ expiresOn, startsOn, maxAgeDays }: EvidenceOnDay): Day | undefined {
  if (maxAgeDays === undefined || startsOn === undefined) return expiresOn;
  const oldest = addDays(startsOn, maxAgeDays);
  return expiresOn === undefined ? oldest : earlierOf(oldest, expiresOn);
}
