// The compliance desk of the demo: reading documents, determining answers, deciding. All by the real verbs, by the people who may.
import type { ConditionTime, Outcome } from "#app/domain/assessment/decision-outcomes.ts";
import { latestExpiry } from "#app/domain/assessment/risk-acceptance.ts";
import { addDays } from "#app/domain/monitoring/calendar-days.ts";
import { severityOfBand } from "#app/domain/risk/risk-levels.ts";
import { closeReview } from "#app/server/assessments/review/close-review.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { readReviewing } from "#app/server/assessments/review/reviewing.queries.server.ts";
import { sendClarifications } from "#app/server/assessments/review/send-clarifications.server.ts";
import { countersignDecision } from "#app/server/decisions/countersign-decision.server.ts";
import { countersignRiskAcceptance } from "#app/server/decisions/countersign-risk-acceptance.server.ts";
import { decisionFactsOf } from "#app/server/decisions/decision-facts.queries.server.ts";
import { proposeRiskAcceptance } from "#app/server/decisions/propose-risk-acceptance.server.ts";
import { type SignedDecision, signDecision } from "#app/server/decisions/sign-decision.server.ts";
import { openEvidence } from "#app/server/evidence/open-evidence.server.ts";
import type { Stage } from "./stage.ts";
import { readAndVerify } from "./worksheets.ts";

export interface Verdicts {
  /** Share of the documents that are verified, 0…1. */
  verified: number;
  /** Share of the answers that are determined, 0…1; below 1 the review stays open. */
  share?: number;
}

/** Reads every document, verifies a share, accepts the answers as they stand. */
export async function review(stage: Stage, assessmentId: string, { verified, share = 1 }: Verdicts): Promise<void> {
  const { portal } = stage;
  const officer = stage.as("officer");
  const { organisationId } = officer.actor;
  const today = stage.clock.now().toISOString().slice(0, 10);
  const reviewing = await readReviewing(portal, portal.store.read, organisationId, assessmentId, today);
  const documents = [...new Set([...reviewing.review.evidence.values()].flat().map(({ id }) => id))];
  for (const [index, id] of documents.entries()) {
    const { source } = await openEvidence(officer, id);
    source.destroy();
    if (index < documents.length * verified) {
      await readAndVerify(officer, id, { checks: ["entity", "service", "dates"] });
    }
  }
  const items = reviewing.items.filter(({ answer }) => answer !== "none");
  for (const item of items.slice(0, Math.ceil(items.length * share))) {
    // Somebody else has to accept a not-applicable on a knock-out; two officers share every tenth answer, so that nobody reviews alone.
    const by = stage.as(item.answer === "na" && item.isKnockOut ? "secondOfficer" : "officer");
    const reason = item.answer === "given" ? "" : "The reason given holds for the service we buy.";
    await recordDetermination(by, assessmentId, item.questionKey, { verdict: "accepted", reason });
  }
}

export const close = (stage: Stage, assessmentId: string) => closeReview(stage.as("officer"), assessmentId);

/** Asks the vendor about the first answers that are not good. */
export async function ask(stage: Stage, assessmentId: string, questions: number): Promise<void> {
  const { portal } = stage;
  const officer = stage.as("officer");
  const today = stage.clock.now().toISOString().slice(0, 10);
  const { items } = await readReviewing(portal, portal.store.read, officer.actor.organisationId, assessmentId, today);
  const unclear = items.filter(({ isGood, answer }) => answer === "given" && !isGood).slice(0, questions);
  for (const { questionKey } of unclear) {
    await recordDetermination(officer, assessmentId, questionKey, {
      verdict: "clarify",
      reason: "What is still missing, and by which day will it be done?",
    });
  }
  await sendClarifications(officer, assessmentId, { dueOn: addDays(today, 7) });
}

export interface Decided {
  outcome: Outcome;
  rationale: string;
  conditions?: { text: string; when: ConditionTime; dueOn: string | null }[];
}

/** Accepts what an approval needs accepted, then signs; the second signature is given by `countersign`. */
export async function decide(
  stage: Stage,
  assessmentId: string,
  { outcome, rationale, conditions = [] }: Decided,
): Promise<SignedDecision> {
  const { portal } = stage;
  const officer = stage.as("officer");
  const { organisationId } = officer.actor;
  const today = stage.clock.now().toISOString().slice(0, 10);
  if (outcome === "approved" || outcome === "approved_with_conditions") {
    const { prerequisites } = await decisionFactsOf(portal, portal.store.read, organisationId, assessmentId, stage.clock.now());
    for (const { subject, level, coveredBy } of prerequisites.acceptances) {
      if (coveredBy) continue;
      const owner = stage.as(severityOfBand(level) >= severityOfBand("high") ? "approver" : "owner");
      const expiresOn = latestExpiry(level, today);
      const reason = "The shop cannot sell without this service, and the vendor has named a day for the remedy.";
      const id = await proposeRiskAcceptance(owner, assessmentId, {
        subject,
        reason,
        expiresOn: expiresOn > today ? expiresOn : addDays(today, 30),
      });
      await countersignRiskAcceptance(stage.as("secondOfficer"), id);
    }
  }
  return signDecision(officer, assessmentId, { outcome, rationale, conditions });
}

export const countersign = (stage: Stage, { decisionId }: SignedDecision) => countersignDecision(stage.as("approver"), decisionId);
