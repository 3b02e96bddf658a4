// The words of the report for every code in it; one table per code, so a new code without words does not compile.
import type { TypingRole } from "#app/domain/assessment/answer-source.ts";
import type {
  ClauseFramework,
  ClauseState,
  ControlState,
  ReportAnswerKind,
  ReportAnswerSource,
  ReportChangeKind,
  ReportClearanceStep,
  ReportCondition,
  ReportDeterminationKind,
  ReportEvidenceState,
  ReportFacts,
  ReportKnockOut,
  ReportOutcome,
  ReportRiskBand,
  RequirementState,
  ResponsibleParty,
} from "./report-facts.ts";

export const bandWords: Record<ReportRiskBand, string> = { critical: "Critical", high: "High", medium: "Medium", low: "Low" };

export const outcomeWords: Record<ReportOutcome, string> = {
  approved: "Approved",
  approved_with_conditions: "Approved with conditions",
  declined: "Declined",
  on_hold: "On hold",
};

export const evidenceStateWords: Record<ReportEvidenceState, string> = {
  verified: "Verified",
  provided: "Provided",
  late: "Expired, in grace",
  expired: "Expired",
  attested: "Attested only",
  rejected: "Rejected",
};

export const answerKindWords: Record<ReportAnswerKind, string> = {
  answered: "Answered",
  not_applicable: "Not applicable",
  declined: "We do not answer this",
  unanswered: "Not answered",
};

export const answerSourceWords: Record<ReportAnswerSource, string> = {
  vendor: "",
  on_behalf: "typed on behalf of the vendor, which confirmed it",
  from_documents: "answered by us from documents",
  carried_over: "carried over, confirmed",
  from_report: "from the report named above, confirmed by the vendor",
  other_engagement: "given for another engagement of the vendor, taken over",
};

/** Whoever of ours typed an answer, as printed: by role. */
export const typingRoleWords: Record<TypingRole, string> = { procurement: "Procurement", compliance_officer: "Compliance officer" };

export const determinationWords: Record<ReportDeterminationKind, string> = {
  accepted: "Accepted",
  adjusted: "Adjusted",
  clarify: "Needs clarification",
  rejected: "Rejected",
};

export const clauseStateWords: Record<ClauseState, string> = { yes: "In the contract", no: "Missing", unknown: "Unknown" };

export const clauseFrameworkWords: Record<ClauseFramework, string> = {
  gdpr: "GDPR, Article 28(3): processor contract",
  ccpa: "CCPA, 11 CCR 7051(a): service-provider terms",
  pci: "PCI DSS 4.0.1: written acknowledgement",
};

export const partyWords: Record<ResponsibleParty, string> = {
  vendor: "Vendor",
  us: "We",
  shared: "Shared",
  not_applicable: "Not applicable",
  unknown: "Unknown",
};

export const requirementStateWords: Record<RequirementState, string> = {
  in_place: "In place",
  not_in_place_for_us: "Not in place for us",
  not_tested: "Not tested",
  unknown: "Unknown",
};

export const changeWords: Record<ReportChangeKind, string> = {
  regression: "Regression",
  improvement: "Improvement",
  changed: "Changed",
  new_question: "New question",
  removed_question: "Question dropped",
  evidence_dropped: "Evidence dropped",
  evidence_added: "Evidence added",
};

export const controlStateWords: Record<ControlState, string> = {
  met: "Met",
  partly_met: "Partly met",
  not_met: "Not met",
  not_applicable: "Not applicable",
  not_scored: "Answered, not scored",
};

export const clearanceWords: Record<ReportClearanceStep, string> = {
  sign: "May sign",
  receive_data: "May receive data",
  go_live: "May go live",
};

export const dueWords: Record<ReportCondition["due"], string> = {
  before_signature: "Before signature",
  before_go_live: "Before go-live",
  by_date: "By a date",
};

export const conditionStateWords: Record<ReportCondition["state"], string> = { open: "Open", met: "Met", not_met: "Not met" };

export const knockOutWords: Record<ReportKnockOut["state"], string> = {
  passed: "Passed",
  failed: "Failed",
  half_met: "Half met",
  unproven: "Unproven",
};

export const modeWords: Record<ReportFacts["howAnswered"]["mode"], string> = {
  vendor: "By the vendor",
  on_behalf: "By the vendor, in part filled in by us on its behalf and confirmed by it",
  from_documents: "From documents, by us, without the vendor's attestation",
  mixed: "Partly by the vendor, partly by us from documents",
};
