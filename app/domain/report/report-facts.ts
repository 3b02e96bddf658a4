// Everything an audit report says, as data. The PDF is drawn from this object alone and carries it as report.json,
// so a field that is missing here can never be printed. Instants are ISO 8601 in UTC (`…At`), days `YYYY-MM-DD` (`…On`),
// scores basis points (0…10000). Names belong to people who signed something; everybody else appears as a role.
// Changing a shape needs a new format number: stored reports are read back for years.
import type { PciStatus } from "#app/domain/engagement/pci-status.ts";
import type { EvidenceState } from "#app/domain/evidence/evidence-states.ts";
import type { Dimension, RiskBand } from "#app/domain/risk/risk-levels.ts";
import type { ReportReliance } from "./report-reliance.ts";

export const reportFormat = "vouchsafe-report/1";

export type ReportRiskBand = RiskBand;

export const reportOutcomes = ["approved", "approved_with_conditions", "declined", "on_hold"] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

export type ReportEvidenceState = EvidenceState;
export type ReportDimension = Dimension;

export const answerKinds = ["answered", "not_applicable", "declined", "unanswered"] as const;
export type ReportAnswerKind = (typeof answerKinds)[number];

export const answerSources = ["vendor", "on_behalf", "from_documents", "carried_over", "from_report", "other_engagement"] as const;
export type ReportAnswerSource = (typeof answerSources)[number];

export const determinationKinds = ["accepted", "adjusted", "clarify", "rejected"] as const;
export type ReportDeterminationKind = (typeof determinationKinds)[number];

export const clauseStates = ["yes", "no", "unknown"] as const;
export type ClauseState = (typeof clauseStates)[number];

export const clauseFrameworks = ["gdpr", "ccpa", "pci"] as const;
export type ClauseFramework = (typeof clauseFrameworks)[number];

export type ReportPciStatus = PciStatus;

export const responsibleParties = ["vendor", "us", "shared", "not_applicable", "unknown"] as const;
export type ResponsibleParty = (typeof responsibleParties)[number];

export const requirementStates = ["in_place", "not_in_place_for_us", "not_tested", "unknown"] as const;
export type RequirementState = (typeof requirementStates)[number];

/** Worst first: the order in which changes are printed. */
export const changeKinds = [
  "regression",
  "evidence_dropped",
  "improvement",
  "evidence_added",
  "changed",
  "new_question",
  "removed_question",
] as const;
export type ReportChangeKind = (typeof changeKinds)[number];

export const controlStates = ["met", "partly_met", "not_met", "not_applicable", "not_scored"] as const;
export type ControlState = (typeof controlStates)[number];

export const clearanceSteps = ["sign", "receive_data", "go_live"] as const;
export type ReportClearanceStep = (typeof clearanceSteps)[number];

/** Somebody who put their name under something. */
export interface Signatory {
  name: string;
  /** Role or title as printed, such as "Compliance officer". */
  role: string;
  at: string;
}

export interface ReportFacts {
  format: typeof reportFormat;
  document: {
    /** Id of the stored report (`rep_…`). */
    id: string;
    producedAt: string;
    /** Printed on every page, such as "Confidential". */
    classification: string;
    /** Who may read it; one sentence, or empty. */
    audience: string;
    /** IANA zone in which instants are printed. */
    timeZone: string;
    language: string;
  };
  organisation: { id: string; name: string };
  vendor: { id: string; name: string; category: string; website: string | null; country: string | null; registrationId: string | null };
  engagement: {
    id: string;
    service: string;
    goesLiveOn: string | null;
    /** Set when the service was in use before this decision (PCI DSS 4.0.1 12.8.3). */
    engagedBeforeAssessment: { since: string; note: string } | null;
    isInCardScope: boolean;
  };
  assessment: {
    id: string;
    /** Number people use, such as "A-2026-0417". */
    number: string;
    method: string;
    /** Day at which ages and expiries were counted. */
    asOf: string;
    sentAt: string | null;
    submittedAt: string | null;
    reviewClosedAt: string | null;
    questionnaires: ReportQuestionnaire[];
  };
  howAnswered: {
    mode: "vendor" | "on_behalf" | "from_documents" | "mixed";
    /** The vendor's typed-name attestation; null when there is none. */
    attestation: Signatory | null;
    statement: string;
    note: string | null;
  };
  reviewers: { role: string; answersDetermined: number }[];
  decision: ReportDecision;
  inherentRisk: ReportInherentRisk;
  score: ReportScore;
  /** In file order. Holds every visible question; hidden ones are absent. */
  sections: ReportSection[];
  knockOuts: ReportKnockOut[];
  evidence: ReportEvidence[];
  findings: ReportFinding[];
  riskAcceptances: ReportRiskAcceptance[];
  clauses: ReportClause[];
  reliance: ReportReliance;
  /** Null when no card data is in scope. */
  pci: ReportPci | null;
  /** Null for a first assessment. */
  changes: ReportChanges | null;
  crosswalk: ReportFramework[];
  auditLog: { position: number; headHash: string };
  verification: {
    /** Page that checks a file, or null when the installation has no public address. */
    verifyUrl: string | null;
    certificateSubject: string;
    /** SHA-256 of the signing certificate, lower-case hex. */
    certificateFingerprint: string;
  };
}

export interface ReportQuestionnaire {
  id: string;
  version: string;
  sha256: string;
  title: string;
  /** Its own score before any cap; null when nothing counts. */
  uncappedBps: number | null;
}

export interface ReportCondition {
  number: string;
  text: string;
  due: "before_signature" | "before_go_live" | "by_date";
  dueOn: string | null;
  owner: string;
  proof: string | null;
  state: "open" | "met" | "not_met";
}

export interface ReportDecision {
  outcome: ReportOutcome;
  decidedAt: string;
  rationale: string;
  /** First and, where the rules ask for one, second approver, in the order of signing. */
  approvers: Signatory[];
  /** Why one person stood in for two, or null. */
  standIn: string | null;
  conditions: ReportCondition[];
  residualRisk: {
    band: ReportRiskBand;
    /** What the table of the method says; differs from `band` only when a person raised or lowered it. */
    tableBand: ReportRiskBand;
    /** True without a grade: printed as "not assessed". */
    isNotAssessed: boolean;
    reason: string | null;
  };
  nextReview: { dueOn: string; candidates: { dueOn: string; reason: string; isChosen: boolean }[] } | null;
  clearance: {
    step: ReportClearanceStep;
    isGiven: boolean;
    missing: { what: string; whoseTurn: string | null; since: string | null }[];
  }[];
}

export interface ReportInherentRisk {
  band: ReportRiskBand;
  tier: number;
  /** Tier by the worst dimension; differs from `tier` only through an override. */
  computedTier: number;
  dimensions: {
    dimension: ReportDimension;
    level: number;
    answer: string;
    isAssumed: boolean;
    /** Role and time of the confirmation; null while assumed. */
    confirmedBy: string | null;
    confirmedAt: string | null;
  }[];
  /** Facts frozen at sending, as label and words. */
  facts: { fact: string; label: string; words: string }[];
  overrides: { fromTier: number; toTier: number; reason: string; by: Signatory }[];
}

export interface ReportScoreQuestion {
  id: string;
  visible: boolean;
  counts: boolean;
  weight: number;
  valueBps: number | null;
  factorBps: number | null;
  contributionBps: number | null;
  gainBps: number | null;
}

/** The result of the scoring method as the command line prints it (docs: scoring, "Command line"). */
export interface ReportScoreResult {
  complete: boolean;
  coverageBps: number;
  uncappedBps: number | null;
  scoreBps: number | null;
  grade: string | null;
  cappedBy: string[];
  heldBy: string[];
  accepted: string[];
  assuranceBps: number;
  sections: { id: string; weight: number; bps: number | null }[];
  questions: ReportScoreQuestion[];
}

export interface ReportScore {
  /** By the determinations: the score that counts. */
  reviewed: ReportScoreResult;
  /** By the vendor's own answers. */
  vendor: { uncappedBps: number | null; scoreBps: number | null; grade: string | null };
  required: number;
  answered: number;
}

export interface ReportSection {
  /** As in the score result. */
  id: string;
  questionnaire: string;
  title: string;
  weight: number;
  questions: ReportQuestion[];
}

export interface ReportAnswer {
  kind: ReportAnswerKind;
  /** The answer in words, as the vendor saw the option; empty when unanswered. */
  words: string;
  /** Comment or, for not applicable and declined, the reason. */
  comment: string | null;
  source: ReportAnswerSource;
  /** Role of the person who gave it, such as "Vendor contact"; null when unanswered. */
  byRole: string | null;
  at: string | null;
  /** Document and page the answer was taken from or is covered by. */
  document: { evidenceId: string; page: string | null } | null;
  /** Evidence promised for this day. */
  promisedOn: string | null;
  /** With "other_engagement": what it was given for, and the day it was signed there. */
  takenFrom?: { service: string; signedOn: string } | undefined;
  revision: number;
}

export interface ReportDetermination {
  is: ReportDeterminationKind;
  /** The reviewer's answer in words when adjusted. */
  words: string | null;
  reason: string | null;
  byRole: string;
  at: string;
}

export interface ReportQuestion {
  /** As in the score result: `id`, or `questionnaire#id` when several questionnaires were sent. */
  id: string;
  text: string;
  isKnockOut: boolean;
  isGate: boolean;
  isRequired: boolean;
  answer: ReportAnswer;
  /** Earlier vendor revisions, oldest first. */
  earlier: { words: string; byRole: string; at: string }[];
  determination: ReportDetermination | null;
  /** Whether a not-applicable was accepted, by whom (role) and why; null otherwise. */
  notApplicable: { isAccepted: boolean; byRole: string; reason: string | null } | null;
  /** Null when no evidence rule holds. */
  evidenceState: ReportEvidenceState | null;
  evidenceIds: string[];
  controls: string[];
}

export interface ReportKnockOut {
  questionId: string;
  state: "passed" | "failed" | "half_met" | "unproven";
  /** Highest score it allows; null when passed. */
  capBps: number | null;
  riskAcceptanceId: string | null;
}

export interface ReportEvidence {
  id: string;
  fileName: string;
  kind: string;
  kindTitle: string;
  sha256: string;
  sizeBytes: number;
  /** Day its clock starts from, such as the date of the report. */
  validFromOn: string | null;
  expiresOn: string | null;
  state: ReportEvidenceState;
  uploadedAt: string;
  byRole: string;
  verified: { how: string; page: string | null; checks: string[]; byRole: string; at: string } | null;
  /** What was read off it by its worksheet; empty for a kind without one. */
  read: { name: string; words: string[]; page: string | null }[];
}

export interface ReportFinding {
  id: string;
  number: string;
  title: string;
  severity: ReportRiskBand;
  questionId: string | null;
  state: string;
  owner: string | null;
  dueOn: string | null;
  plan: { text: string; dueOn: string | null; agreedAt: string | null } | null;
}

export interface ReportRiskAcceptance {
  id: string;
  number: string;
  /** What is accepted, in words: a knock-out, residual risk, coverage, a missing clause. */
  subject: string;
  reason: string;
  owner: Signatory;
  countersigner: Signatory | null;
  expiresOn: string;
  isRenewal: boolean;
}

export interface ReportClause {
  framework: ClauseFramework;
  /** Such as "28(3)(a)". */
  id: string;
  title: string;
  state: ClauseState;
  /** Where in which document it stands. */
  where: string | null;
}

export interface ReportPci {
  status: ReportPciStatus;
  assessor: string | null;
  reportOn: string | null;
  validUntilOn: string | null;
  dssVersion: string | null;
  servicesCovered: string[];
  requirementsNotTested: string[];
  /** Responsibility matrix (PCI DSS 4.0.1 12.8.5). */
  responsibilities: { requirement: string; title: string; party: ResponsibleParty; state: RequirementState; proof: string | null }[];
}

export interface ReportChanges {
  previous: { number: string; decidedOn: string; scoreBps: number | null; grade: string | null; residualBand: ReportRiskBand };
  items: { kind: ReportChangeKind; questionId: string | null; what: string; before: string | null; after: string | null }[];
}

export interface ReportFramework {
  id: string;
  title: string;
  controls: { id: string; state: ControlState; questionIds: string[] }[];
}
