// Rules about the same *person*, whatever roles it holds (docs: product, "Decision" and "Roles and separation of duties").
// Each function returns why the person may not, or undefined. They come after the policy table, never instead of it.
import type { Role } from "./roles.ts";

export const refusals = {
  lacks_role: "Only a compliance officer or a person with the role approver can do this.",
  registered_the_vendor: "You registered this vendor, so somebody else has to sign.",
  reviewed_alone: "You reviewed this assessment alone, so somebody else has to sign.",
  signed_first: "You gave the first signature, so somebody else has to give the second.",
  owns_the_risk: "You own this risk, so somebody else has to countersign.",
  not_the_risk_owner: "Only the owner of the engagement can accept this risk.",
  needs_executive: "From high on, a named executive (role approver) has to accept the risk.",
  answered_it: "You answered this assessment from the vendor's documents, so somebody else has to determine the answers.",
  did_the_work: "You worked on this finding, so somebody else has to close it.",
} as const;
export type Refusal = keyof typeof refusals;

export interface Signer {
  readonly personId: string;
  readonly roles: readonly Role[];
}

/** Who did what before: ids of people. */
export interface Trail {
  readonly registeredById: string | null;
  /** Everybody who recorded a determination in this assessment. */
  readonly reviewerIds: readonly string[];
}

const reviewedAlone = (personId: string, reviewerIds: readonly string[]) =>
  reviewerIds.length > 0 && reviewerIds.every((id) => id === personId);

const isSecondPerson = (signer: Signer) => signer.roles.includes("compliance_officer") || signer.roles.includes("approver");

/** The second approver: an officer or approver who neither registered the vendor nor alone reviewed it, and is not the first signer. */
export function secondApproverRefusal(signer: Signer, trail: Trail & { firstSignerId: string }): Refusal | undefined {
  if (!isSecondPerson(signer)) return "lacks_role";
  if (signer.personId === trail.firstSignerId) return "signed_first";
  if (signer.personId === trail.registeredById) return "registered_the_vendor";
  if (reviewedAlone(signer.personId, trail.reviewerIds)) return "reviewed_alone";
  return undefined;
}

/**
 * Of an assessment answered from documents nobody determines what they answered themselves: for tiers 1 and 2 somebody else does, and
 * ends the review. `answererIds`: everybody who read an answer in a document.
 */
export function determinerRefusal(
  personId: string,
  { tier, answererIds }: { tier: number; answererIds: readonly string[] },
): Refusal | undefined {
  return tier <= 2 && answererIds.includes(personId) ? "answered_it" : undefined;
}

/**
 * Accepting a not-applicable on a knock-out takes such a second person, too. `reviewerIds` are the people who determined the *other*
 * answers: with none but oneself, one would be reviewing alone.
 */
export function knockOutNaRefusal(signer: Signer, trail: Trail): Refusal | undefined {
  if (!isSecondPerson(signer)) return "lacks_role";
  if (signer.personId === trail.registeredById) return "registered_the_vendor";
  if (!trail.reviewerIds.some((id) => id !== signer.personId)) return "reviewed_alone";
  return undefined;
}
