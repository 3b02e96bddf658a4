// How each state looks: tone and icon, one table per life cycle, so that a new state does not compile until it has a look.
// Red only where somebody must act now; grey where nothing happens any more.
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import type { ConditionState, Outcome } from "#app/domain/assessment/decision-outcomes.ts";
import type { Verdict } from "#app/domain/assessment/determinations.ts";
import type { AcceptanceStatus } from "#app/domain/assessment/risk-acceptance.ts";
import type { EngagementStatus } from "#app/domain/engagement/engagement-status.ts";
import type { PciStatus } from "#app/domain/engagement/pci-status.ts";
import type { EvidenceState } from "#app/domain/evidence/evidence-states.ts";
import type { FindingStatus } from "#app/domain/finding/finding-status.ts";
import type { VendorStanding } from "#app/domain/vendor/vendor-standing.ts";
import type { StatusLook } from "./status-pill.tsx";

export const engagementLooks: Record<EngagementStatus, StatusLook> = {
  requested: { tone: "plain", icon: "inbox" },
  screening: { tone: "info", icon: "scan-search" },
  due_diligence: { tone: "info", icon: "clipboard-list" },
  decision: { tone: "accent", icon: "scale" },
  active: { tone: "ok", icon: "circle-check" },
  active_not_assessed: { tone: "warn", icon: "circle-question-mark" },
  suspended: { tone: "danger", icon: "octagon-alert" },
  on_hold: { tone: "warn", icon: "pause" },
  offboarding: { tone: "plain", icon: "log-out" },
  offboarded: { tone: "plain", icon: "archive" },
  declined: { tone: "plain", icon: "ban" },
  withdrawn: { tone: "plain", icon: "undo-2" },
};

export const vendorLooks: Record<VendorStanding, StatusLook> = {
  ...engagementLooks,
  prospect: { tone: "plain", icon: "circle-dashed" },
};

export const assessmentLooks: Record<AssessmentStatus, StatusLook> = {
  draft: { tone: "plain", icon: "pencil" },
  sent: { tone: "info", icon: "send" },
  in_progress: { tone: "info", icon: "circle-dot" },
  from_documents: { tone: "accent", icon: "file-text" },
  submitted: { tone: "accent", icon: "inbox" },
  in_review: { tone: "accent", icon: "scan-search" },
  clarification: { tone: "warn", icon: "message-circle-question-mark" },
  reviewed: { tone: "accent", icon: "scale" },
  decided: { tone: "ok", icon: "stamp" },
  cancelled: { tone: "plain", icon: "ban" },
  closed_unanswered: { tone: "plain", icon: "user-x" },
};

export const evidenceLooks: Record<EvidenceState, StatusLook> = {
  verified: { tone: "ok", icon: "badge-check" },
  provided: { tone: "plain", icon: "file" },
  late: { tone: "warn", icon: "clock-alert" },
  expired: { tone: "danger", icon: "file-warning" },
  attested: { tone: "plain", icon: "signature" },
  rejected: { tone: "danger", icon: "circle-x" },
};

export const outcomeLooks: Record<Outcome, StatusLook> = {
  approved: { tone: "ok", icon: "circle-check-big" },
  approved_with_conditions: { tone: "ok", icon: "list-checks" },
  declined: { tone: "danger", icon: "ban" },
  on_hold: { tone: "warn", icon: "pause" },
};

export const conditionLooks: Record<ConditionState, StatusLook> = {
  open: { tone: "info", icon: "hourglass" },
  met: { tone: "ok", icon: "check" },
  not_met: { tone: "danger", icon: "clock-alert" },
};

export const pciLooks: Record<PciStatus, StatusLook> = {
  validated: { tone: "ok", icon: "badge-check" },
  late_1_60: { tone: "warn", icon: "clock-alert" },
  late_61_90: { tone: "danger", icon: "clock-alert" },
  not_validated_reviewed: { tone: "warn", icon: "file-search" },
  not_validated: { tone: "danger", icon: "circle-x" },
  unknown: { tone: "plain", icon: "circle-question-mark" },
};

/** A section or list of tasks. */
export const taskLooks: Record<"not_started" | "started" | "done" | "later", StatusLook> = {
  not_started: { tone: "plain", icon: "circle-dashed" },
  started: { tone: "accent", icon: "circle-dot" },
  done: { tone: "ok", icon: "circle-check" },
  later: { tone: "plain", icon: "lock" },
};

export const findingLooks: Record<FindingStatus, StatusLook> = {
  open: { tone: "warn", icon: "flag" },
  planned: { tone: "info", icon: "calendar-check" },
  fix_reported: { tone: "accent", icon: "wrench" },
  risk_accepted: { tone: "plain", icon: "shield-alert" },
  closed: { tone: "ok", icon: "circle-check" },
};

export const acceptanceLooks: Record<AcceptanceStatus, StatusLook> = {
  proposed: { tone: "accent", icon: "inbox" },
  in_force: { tone: "plain", icon: "shield-alert" },
  expired: { tone: "danger", icon: "clock-alert" },
  withdrawn: { tone: "plain", icon: "undo-2" },
};

/** What a reviewer made of an answer. */
export const verdictLooks: Record<Verdict, StatusLook> = {
  accepted: { tone: "ok", icon: "check" },
  adjusted: { tone: "accent", icon: "pencil" },
  clarify: { tone: "info", icon: "message-circle-question-mark" },
  rejected: { tone: "danger", icon: "x" },
};
