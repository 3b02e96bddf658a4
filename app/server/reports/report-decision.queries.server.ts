// The decision as a report prints it: outcome, signers by name, conditions, residual risk, next review and clearance.
import type { Turn } from "#app/domain/assessment/assessment-status.ts";
import { conditionState } from "#app/domain/assessment/decision-outcomes.ts";
import { missingTexts } from "#app/domain/engagement/clearance.ts";
import { type Day, dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import { type ReviewReason, reviewMonths, reviewReasonTexts } from "#app/domain/monitoring/review-clock.ts";
import type { ReportDecision, Signatory } from "#app/domain/report/report-facts.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import { type DecisionRow, listConditions } from "../decisions/decisions.queries.server.ts";
import { findResultById } from "../decisions/review-record.queries.server.ts";
import type { Reader } from "../platform/store.server.ts";
import type { EngagementFacts } from "../vendors/engagement-facts.queries.server.ts";
import { type ReportPerson, roleWords } from "./report-people.queries.server.ts";

export const turnWords: Record<Turn, string> = {
  procurement: "Procurement",
  business_owner: "Business owner",
  vendor: "Vendor",
  compliance_officer: "Compliance officer",
  approver: "Second approver",
};

interface Surroundings {
  standing: Pick<EngagementFacts, "clearance" | "conditions">;
  people: ReadonlyMap<string, ReportPerson>;
  today: Day;
  tier: number;
  timeZone: string;
}

export async function reportDecision(
  from: Reader,
  organisationId: string,
  decision: DecisionRow,
  { standing, people, today, tier, timeZone }: Surroundings,
): Promise<ReportDecision> {
  const conditions = await listConditions(from, organisationId, decision.id);
  const result = await findResultById(from, organisationId, decision.resultId);
  const numbers = new Map(conditions.map(({ id, number }) => [id, `C-${number}`]));
  const signatory = (id: string, at: Date, note: string): Signatory => {
    const person = people.get(id);
    return { name: person?.name ?? "Unknown", role: `${roleWords(person?.roles ?? [])}${note}`, at: at.toISOString() };
  };
  const second =
    decision.countersignedById && decision.countersignedAt
      ? [signatory(decision.countersignedById, decision.countersignedAt, ", second approver")]
      : [];
  return {
    outcome: decision.outcome,
    decidedAt: (decision.countersignedAt ?? decision.signedAt).toISOString(),
    rationale: decision.rationale,
    approvers: [signatory(decision.signedById, decision.signedAt, ""), ...second],
    standIn: null,
    conditions: conditions.map(({ number, text, when, dueOn, metAt }) => ({
      number: `C-${number}`,
      text,
      due: when,
      dueOn,
      owner: "Vendor",
      proof: null,
      state: conditionState({ dueOn, isMet: metAt !== null }, today),
    })),
    residualRisk: {
      band: decision.residual,
      tableBand: decision.computedResidual,
      isNotAssessed: result?.result.grade == null,
      reason: decision.residualReason || null,
    },
    nextReview: decision.nextReviewOn ? nextReviewOf(decision, decision.nextReviewOn, tier as Tier) : null,
    clearance: standing.clearance.map(({ step, isGiven, missing }) => ({
      step,
      isGiven,
      missing: missing.map(({ code, turn, since, about }) => ({
        what: about ? `${missingTexts[code]}: ${numbers.get(about) ?? about}` : missingTexts[code],
        whoseTurn: turn ? turnWords[turn] : null,
        since: since ? dayInZone(since, timeZone) : null,
      })),
    })),
  };
}

function nextReviewOf({ nextReviewReasons }: DecisionRow, dueOn: Day, tier: Tier): NonNullable<ReportDecision["nextReview"]> {
  const candidates = nextReviewReasons.map(({ on, reason }) => ({
    dueOn: on,
    reason:
      reason === "tier" ? `Every ${reviewMonths[tier]} months in tier ${tier}` : (reviewReasonTexts[reason as ReviewReason] ?? reason),
    isChosen: false,
  }));
  const chosen = candidates.find((candidate) => candidate.dueOn === dueOn);
  if (chosen) chosen.isChosen = true;
  else candidates.push({ dueOn, reason: "Set with the decision", isChosen: true });
  return { dueOn, candidates: candidates.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)) };
}
