// Nobody has to be chased: documents are asked for before they lapse, vendors and owners are reminded, promises end on their day.
import { Readable } from "node:stream";
import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listUsedEvidence } from "#app/server/evidence/evidence.queries.server.ts";
import { requestEvidence } from "#app/server/evidence/request-evidence.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { sweepMonitoring } from "#app/server/monitoring/sweep-monitoring.server.ts";
import { changeEngagementStatus } from "#app/server/vendors/change-engagement-status.server.ts";
import { getEngagement } from "#app/server/vendors/engagements.queries.server.ts";
import { aDecided, type Decided } from "#tests/support/decided.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aSentTo } from "#tests/support/reviewing.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const sweep = (world: World) => sweepMonitoring(world.asSystem("monitoring"));

async function sweepOn(world: World, ...days: string[]) {
  for (const day of days) {
    world.clock.set(`${day}T09:00:00Z`);
    await sweep(world);
    await sweep(world);
  }
}

async function mailsOf(world: World, kind: string) {
  const { outboxMails: t } = world.store.read.t;
  const rows = await world.store.read.db.select().from(t).where(eq(t.kind, kind)).orderBy(asc(t.queuedAt), asc(t.key));
  return rows.map(({ queuedAt, toEmail, subject }) => ({ on: queuedAt.toISOString().slice(0, 10), toEmail, subject }));
}

async function requestsOf(world: World) {
  const { evidenceRequests: t } = world.store.read.t;
  return await world.store.read.db.select().from(t).orderBy(asc(t.dueOn));
}

async function anAcceptance(world: World, decided: Decided, expiresOn: string, id = "rac_1"): Promise<void> {
  const { organisationId } = world;
  const { vendorId, engagementId, assessmentId, officerId } = decided;
  const at = world.clock.now();
  await world.store.systemTx(async (tx) => {
    const of = { organisationId, vendorId, engagementId, assessmentId };
    if (id === "rac_1") {
      const finding = {
        id: "fnd_1",
        key: "k",
        number: 1,
        severity: "high",
        title: "No AoC",
        status: "risk_accepted",
        dueOn: "2027-01-22",
        plan: "",
      } as const;
      await tx.db.insert(tx.t.findings).values({ ...finding, ...of, questionKey: null, openedAt: at });
    }
    const signed = { proposedById: officerId, proposedAt: at, ownedById: officerId, countersignedById: officerId, countersignedAt: at };
    const subject = {
      subject: "knock_out:pci_validation",
      findingId: "fnd_1",
      level: "high",
      reason: "Until spring",
      status: "in_force",
    } as const;
    await tx.db.insert(tx.t.riskAcceptances).values({ id, ...of, ...subject, ...signed, expiresOn });
  });
}

onEveryEngine("monitoring", (engine) => {
  it("asks for a document once, 45 days before it expires, and reminds of it", async () => {
    const world = await aWorld({ engine });
    await aDecided(world, { documents: { asv_scan: { kind: "asv", startsOn: "2026-11-01" } } });
    await sweepOn(world, "2026-12-15");
    expect(await requestsOf(world)).toEqual([]);
    await sweepOn(world, "2026-12-16", "2026-12-17", "2027-01-23", "2027-01-29", "2027-01-31");
    expect(await requestsOf(world)).toMatchObject([{ kind: "asv", reason: "expiring", dueOn: "2027-01-30", status: "open" }]);
    expect(await mailsOf(world, "document_expires")).toMatchObject([{ on: "2026-12-16" }]);
    expect((await mailsOf(world, "document_reminder")).map(({ on }) => on)).toEqual(["2027-01-23", "2027-01-29", "2027-01-31"]);
  });

  it("takes back what it asked for when the engagement is offboarded, and asks for nothing more", async () => {
    const world = await aWorld({ engine });
    const { engagementId } = await aDecided(world, { documents: { asv_scan: { kind: "asv", startsOn: "2026-11-01" } } });
    await sweepOn(world, "2026-12-16");
    await changeEngagementStatus(await world.asPerson(["procurement"]), engagementId, "offboard", "Contract ends");
    await sweepOn(world, "2026-12-17", "2027-01-31");
    expect(await requestsOf(world)).toMatchObject([{ reason: "expiring", status: "cancelled" }]);
  });

  it("leaves what a person asked for open until the engagement is over", async () => {
    const world = await aWorld({ engine });
    const { engagementId, evidence } = await aDecided(world, { documents: { asv_scan: { kind: "asv", startsOn: "2026-11-01" } } });
    await requestEvidence(await world.asPerson(["compliance_officer"]), evidence.asv_scan!, { dueOn: "2026-12-20" });
    const buyer = await world.asPerson(["procurement"]);
    await changeEngagementStatus(buyer, engagementId, "offboard", "Contract ends");
    expect(await requestsOf(world)).toMatchObject([{ reason: "asked", status: "open" }]);
    await changeEngagementStatus(buyer, engagementId, "finish_offboarding", "Data destroyed");
    expect(await requestsOf(world)).toMatchObject([{ reason: "asked", status: "cancelled" }]);
  });

  it("takes a document that was asked for long after the decision, puts it where the old one was, and no other document", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world, { documents: { asv_scan: { kind: "asv", startsOn: "2026-11-01" } } });
    const file = () => ({ source: Readable.from([aPdf("scan of January")]), fileName: "scan.pdf" });
    const form = { assessmentId: decided.assessmentId, kind: "asv", startsOn: "2026-12-15" };
    await sweepOn(world, "2026-12-15");
    await expect(uploadEvidence(decided.vendor, form, file())).rejects.toMatchObject({ code: "illegal_transition" });
    await sweepOn(world, "2026-12-16");
    await expect(uploadEvidence(decided.vendor, { ...form, kind: "pentest" }, file())).rejects.toMatchObject({
      code: "illegal_transition",
    });
    const { evidenceId } = await uploadEvidence(decided.vendor, form, file());
    expect(await requestsOf(world)).toMatchObject([{ status: "fulfilled", fulfilledById: evidenceId }]);
    const used = await listUsedEvidence(world.store.read, world.organisationId, decided.assessmentId);
    expect(used.map(({ questionKey, evidence }) => [questionKey, evidence.id]).sort()).toEqual([
      ["payment-provider#asv_scan", decided.evidence.asv_scan],
      ["payment-provider#asv_scan", evidenceId],
    ]);
    // The result follows the evidence, once.
    await sweepOn(world, "2026-12-17", "2026-12-18");
    const { results: t } = world.store.read.t;
    const results = await world.store.read.db.select({ kind: t.kind, asOn: t.asOn }).from(t).orderBy(asc(t.createdAt));
    expect(results).toEqual([
      { kind: "decided", asOn: "2026-11-23" },
      { kind: "rescored", asOn: "2026-12-17" },
    ]);
    await sweepOn(world, "2027-01-29", "2027-01-31");
    expect(await mailsOf(world, "document_reminder")).toEqual([]);
  });

  it("scores an engagement anew when a document becomes late and when it expires; the decided result stays as it was", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world, {
      answers: { page_alert_hours: 6, pci_validation: "aoc_sp" },
      documents: { pci_validation: { kind: "pci-aoc-sp", startsOn: "2026-02-01" } },
    });
    const { results: t } = world.store.read.t;
    const resultsOf = () => world.store.read.db.select().from(t).where(eq(t.engagementId, decided.engagementId)).orderBy(asc(t.createdAt));
    const [before] = await resultsOf();
    await sweepOn(world, "2027-02-01");
    expect(await resultsOf()).toHaveLength(1);
    await sweepOn(world, "2027-02-02", "2027-02-03", "2027-04-03");
    const after = await resultsOf();
    expect(after.map(({ kind, asOn }) => [kind, asOn])).toEqual([
      ["decided", "2026-11-23"],
      ["rescored", "2027-02-02"],
      ["rescored", "2027-04-03"],
    ]);
    expect(after[0]).toEqual(before);
    const engagement = await getEngagement(world.store.read, world.organisationId, decided.engagementId);
    expect(engagement.resultId).toBe(after[2]!.id);
    expect(engagement.scoreBps).toBe(after[2]!.scoreBps);
  });

  it("reminds a vendor 7 days and 1 day before its due day, and when it has passed; each with a link of its own", async () => {
    const world = await aWorld({ engine });
    const sent = await aSentTo(world, "payment", "payment-provider");
    await sweepOn(world, "2026-11-29", "2026-11-30", "2026-12-05", "2026-12-06", "2026-12-07", "2026-12-08", "2026-12-20");
    expect((await mailsOf(world, "reminder")).map(({ on }) => on)).toEqual(["2026-11-30", "2026-12-06", "2026-12-08"]);
    const { vendorLinks: l } = world.store.read.t;
    expect(await world.store.read.db.select({ id: l.id }).from(l).where(eq(l.assessmentId, sent.assessmentId))).toHaveLength(4);
  });

  it("reminds owners and compliance of a review 30, 7 and 1 days before, when it is late, and approvers after two weeks", async () => {
    const world = await aWorld({ engine });
    const approver = await world.asPerson(["approver"], "Mira Approver");
    await aDecided(world);
    await sweepOn(world, "2027-10-24", "2027-11-16", "2027-11-22", "2027-11-23", "2027-11-24", "2027-12-07");
    const mails = await mailsOf(world, "review_reminder");
    expect([...new Set(mails.map(({ on }) => on))]).toEqual(["2027-10-24", "2027-11-16", "2027-11-22", "2027-11-24", "2027-12-07"]);
    expect(mails.filter(({ toEmail }) => toEmail === approver.actor.email).map(({ on }) => on)).toEqual(["2027-12-07"]);
    expect(mails[0]!.subject).toContain("in 30 days");
  });

  it("tells the owner of an accepted risk fourteen days before its end, then opens the finding again", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world);
    await anAcceptance(world, decided, "2027-03-01");
    await sweepOn(world, "2027-02-14");
    expect(await mailsOf(world, "acceptance_ends")).toEqual([]);
    await sweepOn(world, "2027-02-15", "2027-02-16", "2027-03-01");
    expect(await mailsOf(world, "acceptance_ends")).toMatchObject([{ on: "2027-02-15" }]);
    const { findings, riskAcceptances } = world.store.read.t;
    expect((await world.store.read.db.select().from(findings))[0]).toMatchObject({ status: "risk_accepted" });
    await sweepOn(world, "2027-03-02", "2027-03-03");
    expect((await world.store.read.db.select().from(findings))[0]).toMatchObject({ status: "open" });
    expect((await world.store.read.db.select().from(riskAcceptances))[0]).toMatchObject({ status: "expired" });
    expect(await mailsOf(world, "acceptance_ended")).toHaveLength(1);
  });

  it("leaves a finding accepted whose acceptance was renewed", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world);
    await anAcceptance(world, decided, "2027-03-01");
    await anAcceptance(world, decided, "2027-06-01", "rac_2");
    await sweepOn(world, "2027-02-20", "2027-03-02");
    expect((await world.store.read.db.select().from(world.store.read.t.findings))[0]).toMatchObject({ status: "risk_accepted" });
    expect(await mailsOf(world, "acceptance_ends")).toEqual([]);
  });

  it("notes once that a condition was not met on its day", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world);
    const { organisationId } = world;
    const { vendorId, engagementId, decisionId } = decided;
    const condition = { id: "cnd_1", number: 1, text: "Encrypt backups", when: "by_date", dueOn: "2027-01-31" } as const;
    await world.store.systemTx((tx) =>
      tx.db.insert(tx.t.conditions).values({ ...condition, organisationId, vendorId, engagementId, decisionId }),
    );
    await sweepOn(world, "2027-01-31");
    expect(await mailsOf(world, "condition_lapsed")).toEqual([]);
    await sweepOn(world, "2027-02-01", "2027-02-02");
    const told = (await mailsOf(world, "condition_lapsed")).map(({ on, toEmail }) => `${on} ${toEmail}`);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
    expect(told.every((line) => line.startsWith("2027-02-01"))).toBe(true);
    const { auditEntries: t } = world.store.read.t;
    expect(await world.store.read.db.select({ seq: t.seq }).from(t).where(eq(t.type, "condition.lapsed"))).toHaveLength(1);
  });

  it("keeps silent about engagements that are over", async () => {
    const world = await aWorld({ engine });
    const decided = await aDecided(world);
    const { engagements: t } = world.store.read.t;
    await world.store.systemTx((tx) => tx.db.update(t).set({ status: "offboarded" }).where(eq(t.id, decided.engagementId)));
    await sweepOn(world, "2028-01-20");
    expect(await mailsOf(world, "review_reminder")).toEqual([]);
    expect(await mailsOf(world, "reassessment")).toEqual([]);
  });
});
