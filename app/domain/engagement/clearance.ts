// Clearance: may the contract be signed, may data flow, may it go live; each with what is missing and whose turn it is since when
// (docs: product, "Decision"). Only a final decision clears anything; a running reassessment takes nothing back.
import { type AssessmentStatus, type Turn, turnOf } from "#app/domain/assessment/assessment-status.ts";
import { type ConditionTime, conditionState, isApproval, type Outcome } from "#app/domain/assessment/decision-outcomes.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { type EngagementStatus, isOver } from "./engagement-status.ts";
import type { PciStatus } from "./pci-status.ts";

export const clearanceSteps = ["sign", "receive_data", "go_live"] as const;
export type ClearanceStep = (typeof clearanceSteps)[number];

export const missingTexts = {
  over: "The engagement is over",
  suspended: "The engagement is suspended",
  irq_missing: "Inherent-risk questions are not answered",
  irq_unconfirmed: "Inherent-risk answers are assumed, not confirmed",
  irq_not_agreed: "Compliance has not agreed to the inherent-risk answers",
  not_sent: "No questionnaire was sent",
  start_planned: "The first assessment starts by the catch-up plan",
  awaiting_answers: "The vendor has not submitted its answers",
  awaiting_documents: "The answers from the vendor's documents are not complete",
  awaiting_clarification: "The vendor has not answered the clarifications",
  awaiting_review: "The answers are not reviewed",
  awaiting_decision: "The decision is not signed",
  awaiting_second_signature: "The second signature is missing",
  declined: "The decision is: declined",
  on_hold: "The decision is: on hold",
  condition_open: "A condition is not met yet",
  condition_not_met: "A condition was not met in time",
  acceptance_ended: "A risk acceptance ended",
  clause_missing: "A contract clause is missing",
  pci_unknown: "The PCI status is not recorded",
} as const;
export type MissingCode = keyof typeof missingTexts;

export interface Missing {
  readonly code: MissingCode;
  readonly turn: Turn | null;
  readonly since: Date | null;
  /** Condition, acceptance, clause or day it is about. */
  readonly about?: string;
}

export interface Clearance {
  readonly step: ClearanceStep;
  readonly isGiven: boolean;
  readonly missing: readonly Missing[];
}

export interface ClearanceFacts {
  readonly engagement: { status: EngagementStatus; statusAt: Date; plannedStartOn?: Day | null };
  /** Null before anybody answered. */
  readonly irq: { answeredAt: Date; confirmedAt: Date | null; agreedAt: Date | null } | null;
  /** The newest assessment that is neither decided nor ended. `awaitsSecondSince` is set once the first person signed. */
  readonly running: { status: AssessmentStatus; statusAt: Date; awaitsSecondSince: Date | null } | null;
  /** The newest final decision. */
  readonly decision: { outcome: Outcome; decidedAt: Date } | null;
  readonly conditions: readonly { id: string; when: ConditionTime; dueOn: Day | null; isMet: boolean }[];
  /** Acceptances the decision rests on that ended without renewal. */
  readonly endedAcceptances: readonly { id: string; endedAt: Date }[];
  /** Needed clauses neither agreed nor covered by an acceptance in force. */
  readonly missingClauses: readonly string[];
  /** Null outside card scope. */
  readonly pci: PciStatus | null;
  readonly today: Day;
}

const waitsFor: Partial<Record<AssessmentStatus, MissingCode>> = {
  draft: "not_sent",
  sent: "awaiting_answers",
  in_progress: "awaiting_answers",
  from_documents: "awaiting_documents",
  submitted: "awaiting_review",
  in_review: "awaiting_review",
  clarification: "awaiting_clarification",
  reviewed: "awaiting_decision",
};

/** What stands between the engagement and an approving decision; empty once there is one. */
function missingDecision({ engagement, irq, running, decision, today }: ClearanceFacts): Missing[] {
  const { status, statusAt, plannedStartOn } = engagement;
  if (isOver(status) && status !== "declined") return [{ code: "over", turn: null, since: statusAt }];
  if (status === "offboarding") return [{ code: "over", turn: null, since: statusAt }];
  if (status === "suspended") return [{ code: "suspended", turn: "compliance_officer", since: statusAt }];
  if (decision && isApproval(decision.outcome)) return [];
  if (decision && !running) {
    const code = decision.outcome === "declined" ? "declined" : "on_hold";
    return [{ code, turn: code === "declined" ? null : "compliance_officer", since: decision.decidedAt }];
  }
  const missing: Missing[] = [];
  if (!irq) missing.push({ code: "irq_missing", turn: "procurement", since: statusAt });
  else if (!irq.confirmedAt) missing.push({ code: "irq_unconfirmed", turn: "business_owner", since: irq.answeredAt });
  else if (!irq.agreedAt) missing.push({ code: "irq_not_agreed", turn: "compliance_officer", since: irq.confirmedAt });
  if (!running && status === "active_not_assessed" && plannedStartOn)
    missing.push({ code: "start_planned", turn: plannedStartOn <= today ? "procurement" : null, since: null, about: plannedStartOn });
  else if (!running) missing.push({ code: "not_sent", turn: "procurement", since: statusAt });
  else if (running.awaitsSecondSince)
    missing.push({ code: "awaiting_second_signature", turn: "approver", since: running.awaitsSecondSince });
  else
    missing.push({ code: waitsFor[running.status] ?? "not_sent", turn: turnOf[running.status] ?? "procurement", since: running.statusAt });
  return missing;
}

/** Conditions that hold this step back: those of its moment while open, and any that was not met in time. */
function missingConditions({ conditions, decision, today }: ClearanceFacts, when: ConditionTime): Missing[] {
  return conditions.flatMap((condition): Missing[] => {
    const state = conditionState(condition, today);
    const since = decision?.decidedAt ?? null;
    if (condition.when !== when || state === "met") return [];
    if (state === "not_met") return [{ code: "condition_not_met", turn: "compliance_officer", since, about: condition.id }];
    return when === "by_date" ? [] : [{ code: "condition_open", turn: "vendor", since, about: condition.id }];
  });
}

/** Each step needs all that the one before it needs. */
export function clearanceOf(facts: ClearanceFacts): Clearance[] {
  const since = facts.decision?.decidedAt ?? null;
  const sign: Missing[] = [
    ...missingDecision(facts),
    ...missingConditions(facts, "before_signature"),
    ...missingConditions(facts, "by_date"),
    ...facts.endedAcceptances.map(
      ({ id, endedAt }): Missing => ({ code: "acceptance_ended", turn: "business_owner", since: endedAt, about: id }),
    ),
  ];
  const receiveData: Missing[] = [
    ...sign,
    ...facts.missingClauses.map((about): Missing => ({ code: "clause_missing", turn: "procurement", since, about })),
  ];
  const goLive: Missing[] = [
    ...receiveData,
    ...missingConditions(facts, "before_go_live"),
    ...(facts.pci === "unknown" ? [{ code: "pci_unknown", turn: "compliance_officer", since } as const] : []),
  ];
  const of = (step: ClearanceStep, missing: Missing[]): Clearance => ({ step, isGiven: missing.length === 0, missing });
  return [of("sign", sign), of("receive_data", receiveData), of("go_live", goLive)];
}
