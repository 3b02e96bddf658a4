// A stored document as the rules about its days take it, with the bridge letters that may speak for it.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { lettersFor, type StoredBridgeLetter } from "./bridge-letters.ts";
import type { EvidenceOnDay, EvidenceVerdict } from "./evidence-expiry.ts";
import type { EvidenceKind } from "./evidence-kinds.ts";

/** As much of a stored document as its days depend on. */
export interface StoredDays {
  readonly vendorId: string;
  readonly engagementId: string | null;
  readonly kind: string;
  readonly startsOn: Day | null;
  readonly expiresOn: Day | null;
  readonly verdict: EvidenceVerdict;
}

/** The kind has to be a known one. */
export function datedEvidence(document: StoredDays, letters: readonly StoredBridgeLetter[]): EvidenceOnDay {
  const { kind, startsOn, expiresOn, verdict } = document;
  return {
    kind: kind as EvidenceKind,
    startsOn: startsOn ?? undefined,
    expiresOn: expiresOn ?? undefined,
    verdict,
    bridges: lettersFor(document, letters),
  };
}
