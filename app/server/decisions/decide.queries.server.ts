// The Decide page: what must be done first, what may pass with a named acceptance, the form's starting values, and after signing the
// decision itself with its documents. Buttons shown here are a courtesy; the verbs ask again.
import { mayEver } from "#app/domain/access/policy.ts";
import { refusals, secondApproverRefusal } from "#app/domain/access/separation-of-duties.ts";
import type { AssessmentStatus } from "#app/domain/assessment/assessment-status.ts";
import { conditionState, signaturesNeeded } from "#app/domain/assessment/decision-outcomes.ts";
import { mustTexts, type PrerequisiteTarget } from "#app/domain/assessment/decision-prerequisites.ts";
import { draftRationale } from "#app/domain/assessment/rationale-draft.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { type ReviewReason, reviewMonths, reviewReasonTexts } from "#app/domain/monitoring/review-clock.ts";
import { addendumTitles } from "#app/domain/report/addendum.ts";
import { whoAnswered } from "#app/domain/report/how-answered.ts";
import { givenBy } from "#app/domain/report/report-sections.ts";
import { modeWords } from "#app/domain/report/report-words.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import { tierOf } from "#app/domain/risk/inherent-risk.ts";
import { guardedAssessment } from "../assessments/guarded-assessment.server.ts";
import { namesOfPeople } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { listAddenda } from "../reports/addenda/addenda.queries.server.ts";
import { findLetterOf } from "../reports/letters/letters.queries.server.ts";
import { type AcceptanceView, acceptanceViews } from "./acceptance-views.server.ts";
import { type DecisionFactsRead, decisionFactsOf } from "./decision-facts.queries.server.ts";
import { type DecisionRow, findDecisionOf, listConditions } from "./decisions.queries.server.ts";
import { questionTextOf } from "./question-text.server.ts";

export interface MustView {
  text: string;
  /** The question or thing it is about; empty for none. */
  about: string;
  href: string;
}

export async function viewDecision(ctx: PersonContext, assessmentId: string) {
  const { organisationId } = ctx.actor;
  const from = ctx.portal.store.read;
  const facts = await decisionFactsOf(ctx.portal, from, organisationId, assessmentId, ctx.now);
  const { assessment, engagement, vendor, prerequisites, result, tier, inherent, residual, review, today } = facts;
  authorize(ctx, "assessment.view", guardedAssessment(assessment));
  const decision = await findDecisionOf(from, organisationId, assessmentId);
  const names = await namesOfPeople(from, organisationId, [
    engagement.ownerId,
    decision?.signedById ?? null,
    decision?.countersignedById ?? null,
    ...facts.acceptances.flatMap(({ ownedById, countersignedById }) => [ownedById, countersignedById]),
  ]);
  const needs: AcceptanceView[] = acceptanceViews(ctx.actor, facts, names);
  const textOf = questionTextOf(facts.record.form);
  const isOpen = prerequisites.musts.length > 0;
  return {
    assessmentId,
    status: assessment.status as AssessmentStatus,
    timeZone: facts.timeZone,
    vendor: { id: vendor.id, name: vendor.name },
    engagement: { id: engagement.id, service: engagement.service, wentLiveOn: engagement.wentLiveOn },
    tier,
    inherent,
    residual,
    score: {
      scoreBps: result.scoreBps,
      uncappedBps: result.uncappedBps,
      grade: result.grade,
      isCapped: result.scoreBps !== result.uncappedBps,
      coverageBps: result.coverageBps,
      assuranceBps: result.assuranceBps,
    },
    answered: answeredWords(facts),
    musts: mustViews(facts, textOf),
    needs,
    needsTwo: signaturesNeeded("approved", tier) === 2,
    draft: draftRationale({
      vendor: vendor.name,
      service: engagement.service,
      inherent,
      tier,
      decidedBy: tierOf(engagement.facts as unknown as Facts).decidedBy,
      result,
      residual,
      knockOuts: result.cappedBy.map((key) => textOf.byId(key)),
      held: result.heldBy.length,
      accepted: facts.acceptances.filter(({ status }) => status === "in_force").map(({ expiresOn }) => expiresOn),
      openFindings: facts.findings.filter(({ status }) => status !== "closed").map(({ severity }) => severity),
    }),
    review: {
      dueOn: review.dueOn,
      earliest: addDays(today, 1),
      candidates: review.candidates.map(({ on, reason }) => ({ on, text: reviewWords(reason, tier) })),
    },
    today,
    decision: decision ? await decisionView(ctx, facts, decision, names) : null,
    may: {
      sign: !decision && !isOpen && mayEver(ctx.actor, "decision.sign"),
      seeWhy: mayEver(ctx.actor, "assessment.view_answers"),
    },
  };
}

export type DecisionView = Awaited<ReturnType<typeof viewDecision>>;

/** The words of the report, which the decision is printed in. */
function answeredWords({ assessment: { method }, vendor, record: { form, answers }, result }: DecisionFactsRead) {
  const shown = form.keys.flatMap((key, index) => (result.questions[index]?.visible ? (answers.get(key) ?? []) : []));
  const { mode, note } = whoAnswered(shown.map(givenBy), { vendor: vendor.name, method });
  return { mode, words: modeWords[mode], note };
}

const reviewWords = (reason: ReviewReason, tier: 1 | 2 | 3 | 4): string =>
  reason === "tier" ? `Every ${reviewMonths[tier]} months in tier ${tier}` : reviewReasonTexts[reason];

function mustViews(
  { assessment, engagement, vendor, prerequisites }: DecisionFactsRead,
  textOf: ReturnType<typeof questionTextOf>,
): MustView[] {
  const hrefs: Record<PrerequisiteTarget, string> = {
    review: `/assessments/${assessment.id}/review`,
    evidence: `/assessments/${assessment.id}/review`,
    inherent_risk: `/engagements/${engagement.id}/inherent-risk`,
    contract: `/vendors/${vendor.id}/contract`,
    risk_acceptance: `/assessments/${assessment.id}/decide`,
  };
  return prerequisites.musts.map(({ code, target, questionKey }) => ({
    text: mustTexts[code],
    about: questionKey ? textOf.byKey(questionKey) : "",
    href: questionKey ? `${hrefs[target]}?question=${encodeURIComponent(questionKey)}` : hrefs[target],
  }));
}

async function decisionView(ctx: PersonContext, facts: DecisionFactsRead, decision: DecisionRow, names: ReadonlyMap<string, string>) {
  const { organisationId } = ctx.actor;
  const conditions = await listConditions(ctx.portal.store.read, organisationId, decision.id);
  const addenda = await listAddenda(ctx.portal.store.read, organisationId, decision.id);
  const letter = await findLetterOf(ctx.portal.store.read, organisationId, decision.id);
  const isWaiting = decision.status === "awaiting_second";
  const refusal = secondApproverRefusal(ctx.actor, { ...facts.trail, firstSignerId: decision.signedById });
  return {
    id: decision.id,
    status: decision.status,
    outcome: decision.outcome,
    rationale: decision.rationale,
    residual: decision.residual,
    computedResidual: decision.computedResidual,
    residualReason: decision.residualReason,
    nextReviewOn: decision.nextReviewOn,
    engagedBeforeAssessment: decision.engagedBeforeAssessment,
    signed: { by: names.get(decision.signedById) ?? "Unknown", at: decision.signedAt },
    countersigned:
      decision.countersignedById && decision.countersignedAt
        ? { by: names.get(decision.countersignedById) ?? "Unknown", at: decision.countersignedAt }
        : null,
    conditions: conditions.map(({ id, number, text, when, dueOn, metAt }) => ({
      id,
      number,
      text,
      when,
      dueOn,
      state: conditionState({ dueOn, isMet: metAt !== null }, facts.today),
    })),
    reportId: decision.reportEvidenceId,
    decisionPageId: decision.decisionPageEvidenceId,
    addenda: addenda.map(({ number, cause, at, evidenceId }) => ({ number, what: addendumTitles[cause], at, documentId: evidenceId })),
    letter: letter ? { sentAt: letter.sentAt, documentId: letter.evidenceId } : null,
    /** Null: this person may give the second signature. */
    refusal: refusal ? refusals[refusal] : null,
    may: {
      countersign: isWaiting && refusal === undefined,
      withdraw: mayEver(ctx.actor, "decision.sign"),
      meetConditions: decision.status === "final" && mayEver(ctx.actor, "condition.meet"),
      readReport: mayEver(ctx.actor, "report.view_full"),
      readLetter: mayEver(ctx.actor, "report.view_letter"),
      sendLetter: mayEver(ctx.actor, "decision_letter.send"),
    },
  };
}
