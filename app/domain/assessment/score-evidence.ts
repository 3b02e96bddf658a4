// From pieces of evidence to the state an answer is in, and from the state to its factor (docs: scoring, "Evidence factor").
import { type EvidenceState, evidenceStates } from "#app/domain/evidence/evidence-states.ts";

/** Old or wrong proof is never worse than none. */
export const evidenceFactors: Record<EvidenceState, number> = {
  verified: 10_000,
  provided: 8500,
  late: 8500,
  expired: 7000,
  attested: 7000,
  rejected: 7000,
};

const rank = (state: EvidenceState): number => evidenceStates.indexOf(state);

/** The state of an answer whose rule asks for `min` pieces: that of the n-th best one, attested when there are fewer. */
export function evidenceState(pieces: readonly EvidenceState[], min = 1): EvidenceState {
  const best = [...pieces].sort((a, b) => rank(b) - rank(a));
  return best[min - 1] ?? "attested";
}

/** As `evidenceState`, where the vendor may have named a document that covers the answer: it then counts as provided at least. */
export function backedState(pieces: readonly EvidenceState[], min = 1, isCovered = false): EvidenceState {
  const state = evidenceState(pieces, min);
  return isCovered && rank(state) < rank("provided") ? "provided" : state;
}
