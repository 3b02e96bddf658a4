// Findings: severities, life cycle, due days, and who may close one (docs: product, "Review" and "Risk acceptance").
import type { Refusal, Signer } from "#app/domain/access/separation-of-duties.ts";
import { type LifeCycle, step } from "#app/domain/life-cycle.ts";
import { addDays, type Day } from "#app/domain/monitoring/calendar-days.ts";

export const severities = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

/** Days from opening to the due day. */
export const findingDueDays: Record<Severity, number> = { critical: 30, high: 60, medium: 90, low: 180 };

export const findingDueOn = (openedOn: Day, severity: Severity): Day => addDays(openedOn, findingDueDays[severity]);

export const findingStatuses = ["open", "planned", "fix_reported", "risk_accepted", "closed"] as const;
export type FindingStatus = (typeof findingStatuses)[number];

export const findingVerbs = ["plan", "report_fix", "accept_risk", "end_acceptance", "close", "reopen"] as const;
export type FindingVerb = (typeof findingVerbs)[number];

export const findingLifeCycle: LifeCycle<FindingStatus, FindingVerb> = {
  plan: { open: "planned", planned: "planned" },
  report_fix: { open: "fix_reported", planned: "fix_reported", risk_accepted: "fix_reported" },
  accept_risk: { open: "risk_accepted", planned: "risk_accepted", fix_reported: "risk_accepted", risk_accepted: "risk_accepted" },
  end_acceptance: { risk_accepted: "open" },
  close: { open: "closed", planned: "closed", fix_reported: "closed", risk_accepted: "closed" },
  reopen: { fix_reported: "open", closed: "open" },
};

export const findingStatusTexts: Record<FindingStatus, string> = {
  open: "Open",
  planned: "Open, plan agreed",
  fix_reported: "Fix reported",
  risk_accepted: "Risk accepted",
  closed: "Closed",
};

/** Throws illegal_transition with the current state. */
export const transition = (from: FindingStatus, verb: FindingVerb): FindingStatus => step(findingLifeCycle, "The finding", from, verb);

/** Counts in lists and on the calendar; an accepted risk is still open. */
export const isOpen = (status: FindingStatus): boolean => status !== "closed";

/** fixed: evidence shows it. not_failing: a reviewer determined that the answer does not fail. engagement_over: nothing left to mend. */
export const closeReasons = ["fixed", "not_failing", "engagement_over"] as const;
export type CloseReason = (typeof closeReasons)[number];

export const closeRefusals = {
  needs_evidence: "Attach the document that shows the fix.",
} as const;

/** Why this person may not close the finding, or undefined: a fix needs evidence and somebody who neither owns nor worked on it. */
export function closeRefusal(
  signer: Signer,
  finding: { ownerId: string | null; workedOnByIds: readonly string[] },
  given: { because: CloseReason; evidenceId: string | null },
): Refusal | keyof typeof closeRefusals | undefined {
  if (!signer.roles.includes("compliance_officer")) return "lacks_role";
  if (given.because !== "fixed") return undefined;
  if (given.evidenceId === null) return "needs_evidence";
  return signer.personId === finding.ownerId || finding.workedOnByIds.includes(signer.personId) ? "did_the_work" : undefined;
}

/** A vendor that turns a failing answer into a good one has to prove it: without new evidence the finding stays open. */
export const staysOpenAfterNewAnswer = (answer: { isStillFailing: boolean; hasNewEvidence: boolean }): boolean =>
  answer.isStillFailing || !answer.hasNewEvidence;
