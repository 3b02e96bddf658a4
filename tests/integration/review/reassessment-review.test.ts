// The review of a reassessment: what was judged and did not change counts on, what changed or needs a person every time is looked at.
import { expect, it } from "vitest";
import { passesFilter } from "#app/domain/assessment/review-filters.ts";
import { getAssessment, listAssessmentsOf } from "#app/server/assessments/assessments.queries.server.ts";
import { updateAssessment } from "#app/server/assessments/assessments.repo.server.ts";
import { listDeterminations } from "#app/server/assessments/review/determinations.repo.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { viewReview } from "#app/server/assessments/review/review-page.queries.server.ts";
import { readReviewing } from "#app/server/assessments/review/reviewing.queries.server.ts";
import { decisionFactsOf } from "#app/server/decisions/decision-facts.queries.server.ts";
import { withdrawEvidence } from "#app/server/evidence/withdraw-evidence.server.ts";
import { openReview } from "#app/server/monitoring/open-review.server.ts";
import type { VendorContext } from "#app/server/platform/request-context.server.ts";
import { updateEngagement } from "#app/server/vendors/engagements.repo.server.ts";
import { answer } from "#tests/support/decided.ts";
import { aReviewed, certified, type Reviewed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { submitted } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const key = (id: string) => `payment-provider#${id}`;
const all = { section: null, question: null, filter: "all" } as const;

/** Decides what was reviewed and opens the next assessment on `today`, filled with the last one. */
async function nextOf(world: World, reviewed: Reviewed, today: string): Promise<Reviewed> {
  const { organisationId, store } = world;
  const { assessmentId, engagementId } = reviewed;
  const now = world.clock.now();
  await store.tx(organisationId, async (tx) => {
    await updateAssessment(tx, organisationId, assessmentId, { status: "decided", statusAt: now, decidedAt: now });
    await updateEngagement(tx, organisationId, engagementId, { status: "active" });
  });
  world.clock.set(`${today}T09:00:00Z`);
  const action = { do: "open_review", engagementId, key: "review", openedFor: today, dueOn: today, reason: "test", vendorId: "" } as never;
  await openReview(world.asSystem("monitoring"), action);
  const [opened] = await listAssessmentsOf(store.read, organisationId, engagementId);
  const actor = { ...reviewed.vendor.actor, assessmentId: opened!.id };
  return { ...reviewed, assessmentId: opened!.id, vendor: world.as(actor) as VendorContext };
}

const reading = (world: World, assessmentId: string) =>
  readReviewing(world.portal, world.store.read, world.organisationId, assessmentId, world.clock.now().toISOString().slice(0, 10));

onEveryEngine("the review of a reassessment", (engine) => {
  it("shows only what changed: unchanged answers with documents that still hold keep what was determined then", async () => {
    const world = await aWorld({ engine });
    const first = await aReviewed(world, { file: certified, rejected: [key("page_alert_hours")] });
    const next = await nextOf(world, first, "2027-01-10");
    const before = await reading(world, next.assessmentId);
    const dropped = before.items.find(({ questionKey, isKnockOut, needsProof }) => {
      return needsProof && !isKnockOut && before.review.pieces.get(questionKey)?.length === 1;
    })!.questionKey;
    await withdrawEvidence(next.vendor, before.review.pieces.get(dropped)![0]!.id);
    await answer(world, next, "payout_change", "none", 2);
    await submitted(world, next);

    const { items, review } = await reading(world, next.assessmentId);
    const rows = await listDeterminations(world.store.read, world.organisationId, next.assessmentId);
    const carried = new Set(rows.map(({ questionKey }) => questionKey));
    expect(rows.every((row) => row.carried && row.revision === 1)).toBe(true);
    const changed = items.filter((item) => passesFilter("changed", item)).map(({ questionKey }) => questionKey);
    expect(changed).toEqual(expect.arrayContaining([dropped, key("payout_change")]));
    // Whatever changed was not carried; whatever did not was, where it had been determined.
    const judged = items.filter(({ questionKey }) => before.review.answers.has(questionKey));
    expect(judged.filter(({ isChanged }) => !isChanged).map(({ questionKey }) => questionKey)).toEqual(
      judged.map(({ questionKey }) => questionKey).filter((each) => carried.has(each)),
    );
    // A rejection counts on, and is looked at again because it fails.
    expect(rows.find(({ questionKey }) => questionKey === key("page_alert_hours"))).toMatchObject({ verdict: "rejected", carried: true });
    const item = (questionKey: string) => items.find((each) => each.questionKey === questionKey)!;
    expect(item(key("page_alert_hours"))).toMatchObject({ isFailing: true, isDetermined: false, isCarried: false, isWorse: false });
    expect(item(dropped)).toMatchObject({ isWorse: true, isDetermined: false });
    // Knock-outs, gates, failing, not-applicable and declined answers are never settled by what was judged last time.
    const settled = items.filter(({ isDetermined }) => isDetermined);
    expect(settled.length).toBeGreaterThan(20);
    for (const each of settled) {
      expect([each.isCarried, each.isKnockOut, each.isGate, each.isFailing, each.isWorse]).toEqual([true, false, false, false, false]);
    }
    expect(items.some(({ isKnockOut, questionKey, isDetermined }) => isKnockOut && carried.has(questionKey) && !isDetermined)).toBe(true);
    expect(review.determinations.size).toBe(carried.size);

    const view = await viewReview(next.officer, next.assessmentId, { ...all, filter: null });
    expect(view).toMatchObject({ filter: "changed", isReassessment: true, carried: settled.length });
    expect(view.cards.map(({ isWorse }) => isWorse)).toEqual(view.cards.map(({ isWorse }) => isWorse).toSorted((a, b) => +b - +a));
    expect(view.filters.find(({ filter }) => filter === "carried")?.count).toBe(settled.length);
    const { auditEntries } = world.store.read.t;
    const entries = await world.store.read.db.select().from(auditEntries);
    expect(entries.filter(({ type }) => type === "determinations.carried")).toHaveLength(1);
  });

  it("carries nothing over whose document lapsed meanwhile, and nobody's signature with it", async () => {
    const world = await aWorld({ engine });
    const first = await aReviewed(world, { file: certified });
    const next = await nextOf(world, first, "2028-06-01");
    await submitted(world, next);
    const { items, earlier, review } = await reading(world, next.assessmentId);
    const lapsed = items.filter(({ questionKey }) => {
      return earlier!.get(questionKey)!.pieces.length > (review.pieces.get(questionKey)?.length ?? 0);
    });
    expect(lapsed.length).toBeGreaterThan(5);
    expect(lapsed.filter(({ isChanged, isDetermined }) => !isChanged || isDetermined)).toEqual([]);
    // One officer alone determines the rest: those of last time do not count as second reviewers.
    await recordDetermination(next.officer, next.assessmentId, key("payout_change"), { verdict: "rejected", reason: "Not shown" });
    const { trail, prerequisites } = await decisionFactsOf(
      world.portal,
      world.store.read,
      world.organisationId,
      next.assessmentId,
      world.clock.now(),
    );
    expect(trail.reviewerIds).toEqual([next.officer.actor.personId]);
    const undetermined = prerequisites.musts.filter(({ code }) => code === "not_determined");
    expect(undetermined.length).toBeGreaterThan(0);
    expect((await getAssessment(world.store.read, world.organisationId, next.assessmentId)).status).toBe("in_review");
  });
});
