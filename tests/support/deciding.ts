// Assessments whose review is closed, ready for a decision: every answer determined by two officers, every document verified,
// inherent risk confirmed and agreed, contract clauses in place.
import { eq } from "drizzle-orm";
import { knockOutsOf } from "#app/domain/questionnaire/requirements.ts";
import { clausesInScope } from "#app/domain/report/clauses-in-scope.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { updateAssessment } from "#app/server/assessments/assessments.repo.server.ts";
import { insertDetermination } from "#app/server/assessments/review/determinations.repo.server.ts";
import { recordResult } from "#app/server/assessments/review/record-result.step.server.ts";
import { readReview } from "#app/server/assessments/review/review.queries.server.ts";
import { countersignRiskAcceptance } from "#app/server/decisions/countersign-risk-acceptance.server.ts";
import { decisionFactsOf } from "#app/server/decisions/decision-facts.queries.server.ts";
import { proposeRiskAcceptance } from "#app/server/decisions/propose-risk-acceptance.server.ts";
import { authorize } from "#app/server/platform/authorize.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { updateEngagement } from "#app/server/vendors/engagements.repo.server.ts";
import { recordClauses } from "#app/server/vendors/record-clauses.server.ts";
import { setEngagementStatus } from "#app/server/vendors/set-engagement-status.step.server.ts";
import { answerAll, answersOf, aSentTo, type Sent, submitted } from "./reviewing.ts";
import type { World } from "./world.ts";

export interface Reviewed extends Sent {
  officer: PersonContext;
  second: PersonContext;
  approver: PersonContext;
  owner: PersonContext;
}

export const certified = "tests/fixtures/answers/certified-gateway.yaml";
export const mixed = "app/cli/demo/answers/payment-provider-mixed.yaml";

export interface ReviewedOptions {
  file?: string;
  /** Only `officer` determined. */
  alone?: boolean;
  tier?: number;
  /** Questions whose answers the review rejects, by key. */
  rejected?: readonly string[];
  wentLiveOn?: string;
}

export async function aReviewed(
  world: World,
  { file = certified, alone = false, tier, rejected = [], wentLiveOn }: ReviewedOptions = {},
): Promise<Reviewed> {
  const { organisationId, portal, store } = world;
  const input = await answersOf(file);
  const sent = await aSentTo(world, "payment", "payment-provider", input.facts);
  await answerAll(world, sent, input);
  await submitted(world, sent);
  const [officer, second, approver, owner] = [
    await world.asPerson(["compliance_officer"], "Odile Marchbanks"),
    await world.asPerson(["compliance_officer"], "Bertil Quist"),
    await world.asPerson(["approver"], "Hedda Larch"),
    await world.asPerson(["business_owner"], "Tove Brand"),
  ];
  const now = world.clock.now();
  const today = now.toISOString().slice(0, 10);
  const { engagementId, assessmentId } = sent;
  await store.tx(organisationId, async (tx) => {
    const { evidence, inherentRisks } = tx.t;
    const verification = { how: "document", page: "3", checks: ["entity", "dates"], note: "" };
    await tx.db
      .update(evidence)
      .set({ verdict: "verified", verification, verdictById: officer.actor.personId, verdictAt: now })
      .where(eq(evidence.assessmentId, assessmentId));
    await tx.db
      .update(inherentRisks)
      .set({ confirmedById: owner.actor.personId, confirmedAt: now, agreedById: officer.actor.personId, agreedAt: now })
      .where(eq(inherentRisks.engagementId, engagementId));
    const { answers } = await readReview(portal, tx, organisationId, assessmentId, today);
    let turn = 0;
    for (const [questionKey, { revision, value }] of answers) {
      turn += 1;
      await insertDetermination(tx, {
        id: portal.ids.next("determination", now),
        organisationId,
        assessmentId,
        questionKey,
        revision: 1,
        answerRevision: revision,
        verdict: rejected.includes(questionKey) ? "rejected" : "accepted",
        value: null,
        naAccepted: value === "na",
        reason: rejected.includes(questionKey) ? "The export shows otherwise." : value === "na" ? "Does not apply to this service." : "",
        note: "",
        carried: false,
        byId: (alone || turn % 2 === 0 ? officer : second).actor.personId,
        at: now,
      });
    }
    await updateEngagement(tx, organisationId, engagementId, {
      ownerId: owner.actor.personId,
      ...(tier ? { tier } : {}),
      ...(wentLiveOn ? { wentLiveOn } : {}),
    });
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(officer, "review.close", { type: "assessment", organisationId, id: assessmentId });
    await recordResult(tx, grant, portal, assessment, "reviewed", today, now);
    const closed = { status: "reviewed", statusAt: now, reviewClosedAt: now, reviewClosedById: officer.actor.personId };
    await updateAssessment(tx, organisationId, assessmentId, closed);
    await setEngagementStatus(tx, grant, await getEngagement(tx, organisationId, engagementId), "close_review", "", now);
  });
  const { facts } = await getEngagement(store.read, organisationId, engagementId);
  const clauses = clausesInScope(facts as unknown as Facts);
  await recordClauses(
    sent.buyer,
    engagementId,
    clauses.map(({ id }) => ({ clause: id, state: "yes" as const, where: "Annex 2" })),
  );
  return { ...sent, officer, second, approver, owner };
}

/** Accepts everything that needs it, by whom it takes, for thirty days. Returns the ids. */
export async function acceptEverything(world: World, reviewed: Reviewed): Promise<string[]> {
  const { organisationId, portal, store } = world;
  const { assessmentId, officer, approver, owner } = reviewed;
  const { prerequisites } = await decisionFactsOf(portal, store.read, organisationId, assessmentId, world.clock.now());
  const expiresOn = new Date(world.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const ids: string[] = [];
  for (const { subject, level } of prerequisites.acceptances) {
    const by = level === "high" || level === "critical" ? approver : owner;
    const id = await proposeRiskAcceptance(by, assessmentId, { subject, reason: "Repair is under way and dated.", expiresOn });
    await countersignRiskAcceptance(officer, id);
    ids.push(id);
  }
  return ids;
}

/** Keys of the knock-outs of the sent questionnaire. */
export async function knockOutKeys(world: World, { assessmentId }: Sent): Promise<string[]> {
  const { organisationId, portal, store } = world;
  const { form } = await readReview(portal, store.read, organisationId, assessmentId, world.clock.now().toISOString().slice(0, 10));
  return knockOutsOf(form.set).map(({ index }) => form.keys[index]!);
}
