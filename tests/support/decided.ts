// An engagement in use with a decided assessment: answers and documents through the real verbs, the decision as rows.
import { addMonths, dayInZone } from "#app/domain/monitoring/calendar-days.ts";
import { reviewCadence } from "#app/domain/monitoring/review-clock.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import { putAnswer } from "#app/server/assessments/answers.repo.server.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { updateAssessment } from "#app/server/assessments/assessments.repo.server.ts";
import { recordResult } from "#app/server/assessments/review/record-result.step.server.ts";
import { systemGrant } from "#app/server/platform/authorize.server.ts";
import { organisationFacts } from "#app/server/platform/organisation.queries.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { updateEngagement } from "#app/server/vendors/engagements.repo.server.ts";
import { refreshVendorSummary } from "#app/server/vendors/refresh-vendor-summary.step.server.ts";
import { aSentTo, attach, type Sent } from "./reviewing.ts";
import type { World } from "./world.ts";

export interface Decided extends Sent {
  decisionId: string;
  officerId: string;
  /** Documents attached, by question. */
  evidence: Record<string, string>;
}

export interface DecidedOptions {
  /** Question id of the payment-provider questionnaire -> value. */
  answers?: Record<string, AnswerValue>;
  /** Question id -> kind of document and the day its clock starts. */
  documents?: Record<string, { kind: string; startsOn: string }>;
  tier?: 1 | 2 | 3 | 4;
  facts?: Partial<Facts>;
}

const keyOf = (question: string) => `payment-provider#${question}`;

/** Decided at the world's present time. */
export async function aDecided(world: World, { answers = {}, documents = {}, tier, facts = {} }: DecidedOptions = {}): Promise<Decided> {
  const { organisationId, store, portal } = world;
  const sent = await aSentTo(world, "payment", "payment-provider");
  for (const [question, value] of Object.entries(answers)) await answer(world, sent, question, value);
  const evidence: Record<string, string> = {};
  for (const [question, { kind, startsOn }] of Object.entries(documents)) {
    evidence[question] = await attach(sent, keyOf(question), kind, startsOn);
  }
  const officer = await world.asPerson(["compliance_officer"], "Odile Marchbanks");
  const officerId = officer.actor.personId;
  const now = world.clock.now();
  const { timeZone } = await organisationFacts(store.read, organisationId);
  const decisionId = portal.ids.next("decision", now);
  await store.tx(organisationId, async (tx) => {
    const grant = systemGrant(world.asSystem("fixture"), "score.record");
    const engagement = await getEngagement(tx, organisationId, sent.engagementId);
    const shown = tier ?? (engagement.tier as 1 | 2 | 3 | 4);
    const known = { ...engagement.facts, ...facts, tier: shown } as unknown as Facts;
    await updateAssessment(tx, organisationId, sent.assessmentId, {
      status: "decided",
      statusAt: now,
      decidedAt: now,
      tier: shown,
      facts: { ...known },
    });
    const assessment = await getAssessment(tx, organisationId, sent.assessmentId);
    const { resultId, result } = await recordResult(tx, grant, portal, assessment, "decided", dayInZone(now, timeZone), now);
    const { months, reason } = reviewCadence(known);
    const nextReviewOn = addMonths(dayInZone(now, timeZone), months);
    const { vendorId, engagementId, assessmentId } = sent;
    await tx.db.insert(tx.t.decisions).values({
      id: decisionId,
      organisationId,
      vendorId,
      engagementId,
      assessmentId,
      outcome: "approved",
      status: "final",
      rationale: "Fits.",
      residual: "high",
      computedResidual: "high",
      residualReason: "",
      resultId,
      nextReviewOn,
      nextReviewReasons: [{ on: nextReviewOn, reason }],
      engagedBeforeAssessment: false,
      signedById: officerId,
      signedAt: now,
    });
    const { scoreBps, assuranceBps, grade } = result;
    const conclusion = { decisionId, resultId, scoreBps, assuranceBps, grade, residual: "high", decidedAt: now } as const;
    const change = { status: "active", tier: shown, facts: { ...known }, nextReviewOn, nextReviewReason: reason, ...conclusion };
    await updateEngagement(tx, organisationId, engagementId, change);
    await refreshVendorSummary(tx, organisationId, vendorId, now);
  });
  return { ...sent, decisionId, officerId, evidence };
}

/** One answer of the vendor, as a row. */
export async function answer(
  world: World,
  { assessmentId }: Pick<Sent, "assessmentId">,
  question: string,
  value: AnswerValue,
  revision = 1,
): Promise<void> {
  const { organisationId } = world;
  const words = { comment: "", reason: "", instead: null, origin: "vendor", givenBy: "Florian Teasel" } as const;
  const row = { organisationId, assessmentId, questionKey: keyOf(question), revision, value, ...words, givenAt: world.clock.now() };
  await world.store.tx(organisationId, (tx) => putAnswer(tx, row));
}
