// Bridge letters: a vendor's own word for the weeks between the end of an audit period and its report. One bridges the gap after a report
// that ran out, for as long as the letter itself holds; it never renews the report.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";

export const bridgeKind = "soc2-bridge";

/** From the end of the last audit period to the last day the letter speaks for. */
export interface BridgeLetter {
  readonly startsOn: Day;
  readonly expiresOn: Day;
}

/** A letter as it is stored: of a vendor, for one of its engagements or for all. */
export interface StoredBridgeLetter extends BridgeLetter {
  readonly vendorId: string;
  readonly engagementId: string | null;
}

/** The letters that may speak for a document. */
export const lettersFor = (
  { vendorId, engagementId }: { vendorId: string; engagementId: string | null },
  letters: readonly StoredBridgeLetter[],
): StoredBridgeLetter[] =>
  letters.filter(
    (letter) =>
      letter.vendorId === vendorId && (letter.engagementId === null || engagementId === null || letter.engagementId === engagementId),
  );
