// Risk acceptances: a named person carries a named risk until a named day (docs: product, "Risk acceptance").
// They let a decision pass; they never change a score, a PCI status or a requirement.
import type { Permission } from "#app/domain/access/policy.ts";
import type { Refusal, Signer } from "#app/domain/access/separation-of-duties.ts";
import { addDays, type Day, daysBetween, isDay } from "#app/domain/monitoring/calendar-days.ts";
import { type RiskBand, severityOfBand } from "#app/domain/risk/risk-levels.ts";

/** Longest time, in days, by level. */
export const acceptanceMaxDays: Record<RiskBand, number> = { critical: 90, high: 180, medium: 365, low: 365 };

/** Days before its end at which the owner is told. */
export const acceptanceWarningDays = 14;

/** What is accepted: stored as text, one acceptance in force per subject. */
export type AcceptanceSubject = `knock_out:${string}` | `unproven:${string}` | "residual" | "coverage" | `clause:${string}`;

export const acceptanceStatuses = ["proposed", "in_force", "expired", "withdrawn"] as const;
export type AcceptanceStatus = (typeof acceptanceStatuses)[number];

const needsExecutive = (level: RiskBand) => severityOfBand(level) >= severityOfBand("high");

/** The right it takes to own a risk of this level: the business owner's, from high on a named executive's. */
export const permissionToAccept = (level: RiskBand): Permission =>
  needsExecutive(level) ? "risk_acceptance.sign" : "risk_acceptance.propose";

/** Why this person cannot own the risk, or undefined. */
export function riskOwnerRefusal(level: RiskBand, signer: Signer, engagementOwnerId: string | null): Refusal | undefined {
  if (needsExecutive(level)) return signer.roles.includes("approver") ? undefined : "needs_executive";
  return signer.roles.includes("business_owner") && signer.personId === engagementOwnerId ? undefined : "not_the_risk_owner";
}

/** Why this person cannot countersign, or undefined. */
export function countersignRefusal(signer: Signer, acceptance: { ownedById: string; proposedById: string }): Refusal | undefined {
  if (!signer.roles.includes("compliance_officer")) return "lacks_role";
  return signer.personId === acceptance.ownedById || signer.personId === acceptance.proposedById ? "owns_the_risk" : undefined;
}

export const acceptanceRefusals = {
  needs_reason: "Say why the risk is acceptable until then.",
  needs_date: "Give the day on which the acceptance ends.",
  in_the_past: "The acceptance must end after today.",
  too_long: "A critical risk is accepted for at most 90 days, a high one for 180, any other for 365.",
  renewed_already: "It was renewed once already; the risk has to be mended or decided anew.",
  not_longer: "A renewal must end after the acceptance it continues.",
} as const;
export type AcceptanceRefusal = keyof typeof acceptanceRefusals;

/** An acceptance that was countersigned once, whether it still runs or not. */
export interface AcceptanceBefore {
  readonly id: string;
  readonly subject: string;
  readonly status: AcceptanceStatus;
  readonly expiresOn: Day;
  readonly renewsId: string | null;
}

/** What a further acceptance of this risk continues: the newest that was ever in force. Nobody starts anew by not saying so. */
export function continuedBy<T extends AcceptanceBefore>(subject: string, acceptances: readonly T[]): T | undefined {
  return acceptances.filter((each) => each.subject === subject && (each.status === "in_force" || each.status === "expired")).at(-1);
}

/** Why an acceptance cannot be made like this, or undefined. `renews` is the acceptance it continues, when it does. */
export function acceptanceRefusal(
  given: { level: RiskBand; reason: string; expiresOn: string; renews: { isRenewal: boolean; expiresOn: Day } | null },
  today: Day,
): AcceptanceRefusal | undefined {
  if (given.renews?.isRenewal) return "renewed_already";
  if (given.reason.trim() === "") return "needs_reason";
  if (!isDay(given.expiresOn)) return "needs_date";
  if (given.expiresOn <= today) return "in_the_past";
  if (given.renews && given.expiresOn <= given.renews.expiresOn) return "not_longer";
  return daysBetween(today, given.expiresOn) > acceptanceMaxDays[given.level] ? "too_long" : undefined;
}

/** The last day it may run to. */
export const latestExpiry = (level: RiskBand, today: Day): Day => addDays(today, acceptanceMaxDays[level]);

/** Counts on its last day, and no longer. */
export const isInForce = (acceptance: { status: AcceptanceStatus; expiresOn: Day }, today: Day): boolean =>
  acceptance.status === "in_force" && acceptance.expiresOn >= today;
