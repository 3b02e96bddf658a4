// What must be done before a decision, and what passes only with a named risk acceptance (docs: product, "Decision").
// The Decide screen shows both lists with links; signing refuses while anything in them is open.
import type { Trail } from "#app/domain/access/separation-of-duties.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { type RiskBand, riskBands, severityOfBand } from "#app/domain/risk/risk-levels.ts";
import type { AssessmentStatus } from "./assessment-status.ts";
import { isApproval, type Outcome } from "./decision-outcomes.ts";
import { mustBeDetermined, type ReviewItem } from "./determinations.ts";
import { type AcceptanceStatus, type AcceptanceSubject, isInForce } from "./risk-acceptance.ts";

/** Where the link beside an open item leads. */
export type PrerequisiteTarget = "review" | "inherent_risk" | "evidence" | "contract" | "risk_acceptance";

export const mustTexts = {
  review_open: "The review has to be closed",
  not_determined: "The answer has to be determined",
  evidence_unread: "The evidence of a knock-out has to be looked at",
  na_needs_second: "A second person has to accept the not-applicable on a knock-out",
  clarification_open: "The vendor has to answer a clarification",
  irq_unconfirmed: "The owner has to confirm the inherent-risk answers",
  irq_not_agreed: "Compliance has to agree to the inherent-risk answers",
} as const;
export type MustCode = keyof typeof mustTexts;

export interface OpenMust {
  readonly code: MustCode;
  readonly target: PrerequisiteTarget;
  readonly questionKey?: string;
}

export const acceptanceNeedTexts = {
  knock_out: "A knock-out failed",
  unproven: "A knock-out is unproven",
  residual: "The residual risk is high or critical",
  coverage: "Required questions are not answered",
  clause: "A contract clause is missing",
} as const;

export interface AcceptanceNeed {
  readonly code: keyof typeof acceptanceNeedTexts;
  readonly subject: AcceptanceSubject;
  /** Decides who owns the risk and for how long. */
  readonly level: RiskBand;
  /** The acceptance in force that covers it. */
  readonly coveredBy: string | null;
  readonly questionKey?: string;
}

export interface DecisionItem extends ReviewItem {
  readonly questionKey: string;
  /** Of a knock-out, by the reviewed score: value 0, or its evidence rule holds and nothing proves it. */
  readonly isFailedKnockOut: boolean;
  readonly isUnprovenKnockOut: boolean;
  /** Severity of the finding it opens when it fails; null when it opens none. */
  readonly severity: RiskBand | null;
  /** Who accepted its not-applicable; null when nobody did. */
  readonly naAcceptedById: string | null;
}

export interface DecisionFacts {
  readonly status: AssessmentStatus;
  /** Visible questions, in file order. */
  readonly items: readonly DecisionItem[];
  /** Questions of clarifications not answered yet. */
  readonly openClarifications: readonly string[];
  readonly irq: { isConfirmed: boolean; isAgreed: boolean };
  readonly trail: Trail;
  readonly residual: RiskBand;
  readonly coverageBps: number;
  /** Ids of needed clauses not known to be agreed. */
  readonly missingClauses: readonly string[];
  readonly acceptances: readonly { id: string; subject: string; status: AcceptanceStatus; expiresOn: Day }[];
  readonly today: Day;
}

export function openMusts(facts: DecisionFacts): OpenMust[] {
  const { items, trail } = facts;
  const inReview = (code: MustCode, questionKey: string, target: PrerequisiteTarget = "review"): OpenMust => ({
    code,
    target,
    questionKey,
  });
  const isAlone = new Set(trail.reviewerIds).size < 2;
  const lacksSecond = (item: DecisionItem) =>
    item.isKnockOut && item.naAcceptedById !== null && (isAlone || item.naAcceptedById === trail.registeredById);
  return [
    ...(facts.status === "reviewed" ? [] : [{ code: "review_open", target: "review" } as const]),
    ...items.filter((item) => mustBeDetermined(item) && !item.isDetermined).map((item) => inReview("not_determined", item.questionKey)),
    ...items
      .filter((item) => item.isKnockOut && item.hasUnreadEvidence)
      .map((item) => inReview("evidence_unread", item.questionKey, "evidence")),
    ...items.filter(lacksSecond).map((item) => inReview("na_needs_second", item.questionKey)),
    ...facts.openClarifications.map((questionKey) => inReview("clarification_open", questionKey)),
    ...(facts.irq.isConfirmed ? [] : [{ code: "irq_unconfirmed", target: "inherent_risk" } as const]),
    ...(facts.irq.isAgreed ? [] : [{ code: "irq_not_agreed", target: "inherent_risk" } as const]),
  ];
}

const milder = (band: RiskBand): RiskBand => riskBands[Math.max(0, severityOfBand(band) - 1)]!;

/** Everything an approval needs a risk acceptance for, with the one in force where there is one. */
export function acceptanceNeeds(facts: DecisionFacts): AcceptanceNeed[] {
  const coveredBy = (subject: AcceptanceSubject) =>
    facts.acceptances.find((acceptance) => acceptance.subject === subject && isInForce(acceptance, facts.today))?.id ?? null;
  const need = (code: AcceptanceNeed["code"], subject: AcceptanceSubject, level: RiskBand): AcceptanceNeed => ({
    code,
    subject,
    level,
    coveredBy: coveredBy(subject),
  });
  const ofItem = (item: DecisionItem): AcceptanceNeed[] => {
    const { questionKey } = item;
    const level = item.severity ?? "high";
    if (item.isFailedKnockOut) return [{ ...need("knock_out", `knock_out:${questionKey}`, level), questionKey }];
    return item.isUnprovenKnockOut ? [{ ...need("unproven", `unproven:${questionKey}`, milder(level)), questionKey }] : [];
  };
  return [
    ...facts.items.filter((item) => item.isKnockOut).flatMap(ofItem),
    ...(severityOfBand(facts.residual) >= severityOfBand("high") ? [need("residual", "residual", facts.residual)] : []),
    ...(facts.coverageBps < 10_000 ? [need("coverage", "coverage", facts.residual)] : []),
    // What a law or a card brand wants in the contract is never less than high.
    ...facts.missingClauses.map((id) => need("clause", `clause:${id}`, "high")),
  ];
}

export interface DecisionPrerequisites {
  readonly musts: readonly OpenMust[];
  readonly acceptances: readonly AcceptanceNeed[];
}

export const decisionPrerequisites = (facts: DecisionFacts): DecisionPrerequisites => ({
  musts: openMusts(facts),
  acceptances: acceptanceNeeds(facts),
});

/** True when a decision with this outcome may be signed: declining and putting on hold need no risk acceptance. */
export const maySign = (outcome: Outcome, { musts, acceptances }: DecisionPrerequisites): boolean =>
  musts.length === 0 && (!isApproval(outcome) || acceptances.every(({ coveredBy }) => coveredBy !== null));
