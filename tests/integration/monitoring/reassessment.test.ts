// The second turn of the wheel: the next assessment opens on its day, once, filled with last time's answers, and changes no result.
import { and, asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listAnswers } from "#app/server/assessments/answers.queries.server.ts";
import { listAssessmentsOf } from "#app/server/assessments/assessments.queries.server.ts";
import { verifyAuditChain } from "#app/server/audit/verify-audit-chain.server.ts";
import { listUsedEvidence } from "#app/server/evidence/evidence.queries.server.ts";
import { runSweeps } from "#app/server/jobs/run-sweeps.server.ts";
import { sweepMonitoring } from "#app/server/monitoring/sweep-monitoring.server.ts";
import type { Context } from "#app/server/platform/context.server.ts";
import { openStore } from "#app/server/platform/open-store.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { aDecided, answer, type Decided } from "#tests/support/decided.ts";
import { onEveryEngine, onEveryServer } from "#tests/support/engines.ts";
import { attach } from "#tests/support/reviewing.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const aocFromNovember = { kind: "pci-aoc-sp", startsOn: "2026-11-01" };

const sweep = (world: World) => sweepMonitoring(world.asSystem("monitoring"));
const assessmentsOf = (world: World, { engagementId }: Decided) => listAssessmentsOf(world.store.read, world.organisationId, engagementId);

async function mailsOf(world: World) {
  const { outboxMails: t } = world.store.read.t;
  const rows = await world.store.read.db
    .select({ kind: t.kind, key: t.key, toEmail: t.toEmail })
    .from(t)
    .orderBy(asc(t.queuedAt), asc(t.key));
  return rows;
}

async function remindersOf(world: World) {
  const { reminders: t } = world.store.read.t;
  return await world.store.read.db.select({ kind: t.kind, dueOn: t.dueOn, key: t.key }).from(t).orderBy(asc(t.createdAt), asc(t.key));
}

/** The same database seen by a second process. */
async function aSecondProcess(world: World): Promise<{ ctx: Context; close(): Promise<void> }> {
  const store = await openStore(world.portal.config, () => undefined);
  const portal = { ...world.portal, store };
  return { ctx: { ...world.asSystem("monitoring"), portal, now: world.clock.now() }, close: () => store.close() };
}

onEveryEngine("the next assessment", (engine) => {
  it("opens 45 days before the review of a critical vendor is due, not a day earlier, and in the organisation's time zone", async () => {
    const world = await aWorld({ engine, now: "2026-11-23T12:00:00Z", timeZone: "Pacific/Auckland" });
    // In Auckland it is 24 November already: due 24 November 2027, opening 10 October 2027.
    const decided = await aDecided(world);
    world.clock.set("2027-10-09T10:59:00Z");
    await sweep(world);
    expect(await assessmentsOf(world, decided)).toHaveLength(1);
    world.clock.set("2027-10-09T11:00:00Z");
    await sweep(world);
    const [opened] = await assessmentsOf(world, decided);
    expect(opened).toMatchObject({ number: 2, status: "sent", openedFor: "2027-11-24", previousId: decided.assessmentId });
    expect(opened!.dueOn! > "2027-10-10" && opened!.dueOn! < "2027-11-24").toBe(true);
    expect((await mailsOf(world)).filter(({ kind }) => kind === "reassessment")).toHaveLength(1);
  });

  it("is filled with the answers of last time and the evidence that still holds, and with nothing that lapsed", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world, {
      answers: { sad_kept: false, pci_validation: "aoc_sp", page_alert_hours: 6 },
      documents: {
        pci_validation: { kind: "pci-aoc-sp", startsOn: "2026-02-01" },
        sad_kept: { kind: "self-attestation", startsOn: "2026-11-01" },
      },
    });
    // A newer attestation came in meanwhile: it takes the place of the old one.
    const newer = await attachLater(world, decided, "2027-01-15T09:00:00Z", "2027-01-10");
    world.clock.set("2027-10-12T09:00:00Z");
    await sweep(world);
    const [opened] = await assessmentsOf(world, decided);
    const carried = await listAnswers(world.store.read, world.organisationId, opened!.id);
    expect(carried.map(({ questionKey, value, origin, givenBy }) => [questionKey.split("#")[1], value, origin, givenBy])).toEqual([
      ["page_alert_hours", 6, "carried", "Florian Teasel"],
      ["pci_validation", "aoc_sp", "carried", "Florian Teasel"],
      ["sad_kept", false, "carried", "Florian Teasel"],
    ]);
    const used = await listUsedEvidence(world.store.read, world.organisationId, opened!.id);
    expect(used.map(({ questionKey, evidence }) => [questionKey.split("#")[1], evidence.id])).toEqual([
      ["pci_validation", newer],
      ["sad_kept", decided.evidence.sad_kept],
    ]);
    expect(opened!.answered).toBeGreaterThan(0);
    expect((await verifyAuditChain(world.store, world.organisationId)).firstBad).toBeUndefined();
  });

  it("opens exactly once after weeks without a tick, and never proposes a day in the past", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world);
    world.clock.set("2028-01-20T09:00:00Z");
    for (let tick = 0; tick < 3; tick++) {
      await runSweeps(world.portal);
      world.clock.advance({ hours: 1 });
    }
    const all = await assessmentsOf(world, decided);
    expect(all.map(({ number, openedFor }) => [number, openedFor])).toEqual([
      [2, "2027-11-23"],
      [1, null],
    ]);
    expect(all[0]!.dueOn! > "2028-01-20").toBe(true);
    const engagement = await getEngagement(world.store.read, world.organisationId, decided.engagementId);
    expect(engagement.nextReviewOn! > "2028-01-20").toBe(true);
    // One mail to each, for the step reached last; the steps that were missed are only noted.
    const told = (await mailsOf(world)).filter(({ kind }) => kind === "review_reminder").map(({ toEmail }) => toEmail);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
    expect((await remindersOf(world)).map(({ kind }) => kind)).toEqual(
      ["review.1_day", "review.30_days", "review.7_days", "review.escalation", "review.overdue"].sort(),
    );
  });

  it("falls on the last day of a short month, whatever summer time does between", async () => {
    const world = await aWorld({ engine, now: "2027-02-28T23:30:00Z", timeZone: "Europe/Berlin" });
    // It is 1 March in Berlin. Tier 3: 24 months, opening 21 days before.
    const decided = await aDecided(world, { tier: 3, facts: { card: 1, personal_data: 1 } });
    world.clock.set("2029-02-07T22:59:00Z");
    await sweep(world);
    expect(await assessmentsOf(world, decided)).toHaveLength(1);
    world.clock.set("2029-02-07T23:00:00Z");
    await sweep(world);
    expect((await assessmentsOf(world, decided))[0]).toMatchObject({ openedFor: "2029-03-01" });
  });

  it("changes no result while it runs, and does not open beside a running one", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world, { answers: { sad_kept: false }, documents: { pci_validation: aocFromNovember } });
    const before = await getEngagement(world.store.read, world.organisationId, decided.engagementId);
    world.clock.set("2027-10-12T09:00:00Z");
    await sweep(world);
    const [opened] = await assessmentsOf(world, decided);
    await answer(world, { assessmentId: opened!.id }, "sad_kept", true, 2);
    world.clock.advance({ days: 10 });
    await sweep(world);
    const after = await getEngagement(world.store.read, world.organisationId, decided.engagementId);
    const resultOf = ({ resultId, scoreBps, grade, residual, decisionId, status }: typeof after) => [
      resultId,
      scoreBps,
      grade,
      residual,
      decisionId,
      status,
    ];
    expect(resultOf(after)).toEqual(resultOf(before));
    expect(await assessmentsOf(world, decided)).toHaveLength(2);
  });

  it("stays a draft and tells compliance when the vendor has no contact", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world);
    const { contacts, assessments } = world.store.read.t;
    await world.store.systemTx(async (tx) => {
      await tx.db.update(assessments).set({ contactId: null }).where(eq(assessments.engagementId, decided.engagementId));
      await tx.db.delete(contacts).where(eq(contacts.vendorId, decided.vendorId));
    });
    world.clock.set("2027-10-12T09:00:00Z");
    await sweep(world);
    expect((await assessmentsOf(world, decided))[0]).toMatchObject({ number: 2, status: "draft" });
    expect((await mailsOf(world)).map(({ kind }) => kind)).toContain("review_without_contact");
  });

  it("opens early when a document lapsed beyond its grace or the scope grew, not for a document that is merely late", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world, { documents: { asv_scan: { kind: "asv", startsOn: "2026-11-01" } } });
    // Holds until 30 January 2027; then 60 days of grace, to 31 March.
    world.clock.set("2027-03-31T09:00:00Z");
    await sweep(world);
    expect(await assessmentsOf(world, decided)).toHaveLength(1);
    world.clock.set("2027-04-01T09:00:00Z");
    await sweep(world);
    const [opened] = await assessmentsOf(world, decided);
    expect(opened).toMatchObject({ number: 2, status: "sent" });
    const { assessments: t } = world.store.read.t;
    expect(
      await world.store.read.db
        .select({ id: t.id })
        .from(t)
        .where(and(eq(t.engagementId, decided.engagementId), eq(t.number, 3))),
    ).toEqual([]);
  });
});

onEveryServer("the sweep with two processes", 1, (engine) => {
  it("opens each review once and sends each mail once, however the two come together", async () => {
    const world = await aWorld({ engine });
    const all = [await aDecided(world), await aDecided(world), await aDecided(world)];
    world.clock.set("2027-10-25T09:00:00Z");
    const second = await aSecondProcess(world);
    await Promise.all([sweep(world), sweepMonitoring(second.ctx), sweep(world)]);
    for (const decided of all) expect(await assessmentsOf(world, decided)).toHaveLength(2);
    expect((await mailsOf(world)).filter(({ kind }) => kind === "reassessment")).toHaveLength(3);
    const keys = (await remindersOf(world)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    await second.close();
  });
});

async function attachLater(world: World, decided: Decided, at: string, startsOn: string): Promise<string> {
  world.clock.set(at);
  const { assessments } = world.store.read.t;
  const setStatus = (status: string) =>
    world.store.systemTx((tx) => tx.db.update(assessments).set({ status }).where(eq(assessments.id, decided.assessmentId)));
  await setStatus("in_progress");
  const id = await attach(decided, "payment-provider#pci_validation", "pci-aoc-sp", startsOn);
  await world.store.systemTx((tx) => tx.db.delete(tx.t.evidenceUses).where(eq(tx.t.evidenceUses.evidenceId, id)));
  await setStatus("decided");
  return id;
}
