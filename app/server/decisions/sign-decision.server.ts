// The first signature under a decision. It refuses while anything that must be done is open; an approval of tier 1 or 2, and a residual
// risk lowered by hand, wait for a second person, everything else is final at once.
import {
  type Condition,
  conditionRefusal,
  conditionRefusals,
  isApproval,
  type Outcome,
  signaturesNeeded,
} from "#app/domain/assessment/decision-outcomes.ts";
import { maySign } from "#app/domain/assessment/decision-prerequisites.ts";
import { DomainError } from "#app/domain/errors.ts";
import { addDays, type Day, isDay } from "#app/domain/monitoring/calendar-days.ts";
import { residualRefusal, residualRefusals } from "#app/domain/risk/residual-risk.ts";
import { type RiskBand, severityOfBand } from "#app/domain/risk/risk-levels.ts";
import { guardedAssessment } from "../assessments/guarded-assessment.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { type DecisionFactsRead, decisionFactsOf } from "./decision-facts.queries.server.ts";
import { findDecisionOf, listFinalDecisions } from "./decisions.queries.server.ts";
import { insertConditions, insertDecision } from "./decisions.repo.server.ts";
import { finalizeDecision } from "./finalize-decision.step.server.ts";

export interface DecisionInput {
  outcome: Outcome;
  rationale: string;
  /** Band of the table when absent. */
  residual?: RiskBand | undefined;
  residualReason?: string | undefined;
  /** The computed day when absent; ignored unless approved. */
  nextReviewOn?: string | undefined;
  conditions: readonly Condition[];
}

export interface SignedDecision {
  decisionId: string;
  status: "awaiting_second" | "final";
}

/** Throws invalid (fields; data.prerequisites with what is open), conflict when somebody signed already. */
export async function signDecision(ctx: PersonContext, assessmentId: string, input: DecisionInput): Promise<SignedDecision> {
  const { organisationId, personId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const facts = await decisionFactsOf(ctx.portal, tx, organisationId, assessmentId, ctx.now);
    const { assessment, engagement, vendor, reviewed, tier, residual, today, prerequisites } = facts;
    const grant = authorize(ctx, "decision.sign", guardedAssessment(assessment));
    if (await findDecisionOf(tx, organisationId, assessmentId)) {
      throw new DomainError("conflict", "This assessment carries a signature already. Load the page again to see it.");
    }
    const { outcome } = input;
    if (!reviewed || !maySign(outcome, prerequisites)) {
      throw new DomainError("invalid", "Not yet: what stands under “Before you can sign” has to be done first.", { prerequisites });
    }
    const band = input.residual ?? residual.band;
    const lowers = severityOfBand(band) < severityOfBand(residual.band);
    const needed = signaturesNeeded(outcome, tier, lowers);
    checkInput(input, facts, band, needed === 2);
    const nextReviewOn = isApproval(outcome) ? (input.nextReviewOn ?? facts.review.dueOn) : null;
    const earlier = await listFinalDecisions(tx, organisationId, engagement.id);
    const decision = {
      id: ctx.portal.ids.next("decision", ctx.now),
      organisationId,
      vendorId: vendor.id,
      engagementId: engagement.id,
      assessmentId,
      outcome,
      status: needed === 2 ? "awaiting_second" : "final",
      rationale: input.rationale.trim(),
      residual: band,
      computedResidual: residual.band,
      residualReason: band === residual.band ? "" : (input.residualReason ?? "").trim(),
      resultId: reviewed.row.id,
      nextReviewOn,
      nextReviewReasons: facts.review.candidates.map(({ on, reason }) => ({ on, reason })),
      // PCI DSS 4.0.1 12.8.3: engaged before due diligence was done. Only the first decision can come too late.
      engagedBeforeAssessment: engagement.wentLiveOn !== null && engagement.wentLiveOn < today && earlier.length === 0,
      signedById: personId,
      signedAt: ctx.now,
      countersignedById: null,
      countersignedAt: null,
      reportEvidenceId: null,
      decisionPageEvidenceId: null,
    } as const;
    await insertDecision(tx, decision);
    await insertConditions(
      tx,
      input.conditions.map(({ text, when, dueOn }, index) => ({
        id: ctx.portal.ids.next("condition", ctx.now),
        organisationId,
        decisionId: decision.id,
        vendorId: vendor.id,
        engagementId: engagement.id,
        number: index + 1,
        text: text.trim(),
        when,
        dueOn,
        metAt: null,
        metById: null,
      })),
    );
    const data = { assessmentId, outcome, residual: band, needsSecond: needed === 2, nextReviewOn };
    await recordAuditEvent(tx, grant, { type: "decision.signed", objectId: decision.id, vendorId: vendor.id, data }, ctx.now);
    if (needed === 1) await finalizeDecision(tx, grant, ctx.portal, decision, facts, ctx.now);
    return { decisionId: decision.id, status: decision.status };
  });
}

function checkInput(input: DecisionInput, facts: DecisionFactsRead, band: RiskBand, hasSecondPerson: boolean): void {
  const { inherent, residual, today, review } = facts;
  const fields: Record<string, string> = {};
  if (input.rationale.trim() === "") fields.rationale = "Say why.";
  const condition = conditionRefusal(input.outcome, input.conditions, today);
  if (condition) fields.conditions = conditionRefusals[condition];
  const chosen = { inherent, table: residual.band, band, reason: input.residualReason ?? "" };
  const wrong = residualRefusal(chosen, hasSecondPerson);
  if (wrong) fields[wrong === "needs_reason" ? "residualReason" : "residual"] = residualRefusals[wrong];
  if (isApproval(input.outcome) && input.nextReviewOn !== undefined) {
    const refusal = nextReviewRefusal(input.nextReviewOn, today, review.dueOn);
    if (refusal) fields.nextReviewOn = refusal;
  }
  if (Object.keys(fields).length > 0) throw new DomainError("invalid", "Please check the marked fields. Nothing was signed.", { fields });
}

function nextReviewRefusal(on: string, today: Day, latest: Day): string | undefined {
  if (!isDay(on)) return "Enter a date such as 2026-11-24.";
  if (on < addDays(today, 1)) return "The next review cannot be before tomorrow.";
  return on > latest ? `The next review can be earlier, but not later than ${latest}.` : undefined;
}
