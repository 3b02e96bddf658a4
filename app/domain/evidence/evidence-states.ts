// The states a piece of evidence can be in on a given day, as scoring.md counts them, mildest last.
// The vocabulary is shared by scorer, portal and answer files: a new state is a change of the scoring method.

/** `attested` is the state of an answer with nothing attached; a piece of evidence itself never has it. */
export const evidenceStates = ["rejected", "attested", "expired", "late", "provided", "verified"] as const;

export type EvidenceState = (typeof evidenceStates)[number];

/** States in which an answer counts as proven (`proof: required`, knock-outs). */
export function isProof(state: EvidenceState): boolean {
  return state === "verified" || state === "provided" || state === "late";
}
