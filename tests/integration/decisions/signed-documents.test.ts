// Signed documents: who may read which, that every reading is recorded first, and what /verify says to anybody.
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { getDecision } from "#app/server/decisions/decisions.queries.server.ts";
import { signDecision } from "#app/server/decisions/sign-decision.server.ts";
import { exportScoreTrace, viewScoreTrace } from "#app/server/decisions/why.queries.server.ts";
import type { AnonymousContext } from "#app/server/platform/request-context.server.ts";
import { checkDocument, findDocumentByHash } from "#app/server/reports/check-document.server.ts";
import { openReport } from "#app/server/reports/open-report.server.ts";
import { produceReport } from "#app/server/reports/produce-report.server.ts";
import { listReports } from "#app/server/reports/reports.queries.server.ts";
import { openVerdict, sealVerdict } from "#app/server/reports/sealed-verdict.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { acceptEverything, aReviewed, mixed } from "#tests/support/deciding.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

async function aDecided(world: World) {
  await builtPdfWorker();
  const reviewed = await aReviewed(world, { file: mixed, tier: 3 });
  await acceptEverything(world, reviewed);
  const { decisionId } = await signDecision(reviewed.officer, reviewed.assessmentId, {
    outcome: "approved",
    rationale: "In place.",
    conditions: [],
  });
  await produceReport(world.asSystem("report.produce"), { decisionId });
  const decision = await getDecision(world.store.read, world.organisationId, decisionId);
  return { ...reviewed, reportId: decision.reportEvidenceId ?? "", decisionPageId: decision.decisionPageEvidenceId ?? "" };
}

onEveryEngine("signed documents", (engine) => {
  it("are read by role: auditors all, buyers the decision page, administrators none; each reading is in the log", async () => {
    const world = await aWorld({ engine });
    const { organisationId, store } = world;
    const { reportId, decisionPageId, buyer, vendorId } = await aDecided(world);
    const auditor = await world.asPerson(["auditor"], "Runa Teal");
    const administrator = await world.asPerson(["administrator"], "Sten Ash");
    expect((await buffer((await openReport(auditor, reportId)).source)).subarray(0, 5).toString()).toBe("%PDF-");
    await openReport(buyer, decisionPageId);
    await expect(openReport(buyer, reportId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(openReport(administrator, decisionPageId)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await world.anotherOrganisation();
    const stranger = { ...auditor, now: world.clock.now(), actor: { ...auditor.actor, organisationId: elsewhere } };
    await expect(openReport(stranger, reportId)).rejects.toMatchObject({ code: "not_found" });
    const { auditEntries: t } = store.read.t;
    const isRead = and(eq(t.organisationId, organisationId), eq(t.type, "report.downloaded"));
    expect((await store.read.db.select().from(t).where(isRead)).map((row) => [row.actorId, row.objectId])).toEqual([
      [auditor.actor.personId, reportId],
      [buyer.actor.personId, decisionPageId],
    ]);
    expect((await listReports(auditor, {})).reports.map(({ id }) => id).sort()).toEqual([reportId, decisionPageId].sort());
    expect((await listReports(buyer, {})).reports).toMatchObject([{ id: decisionPageId, vendorId }]);
    expect((await listReports(buyer, { form: "report" })).reports.map(({ form }) => form)).toEqual(["decision-page"]);
  });

  it("are genuine to anybody who asks, unless a byte was changed or added or another installation signed; nothing else is told", async () => {
    const world = await aWorld({ engine });
    const { organisationId, portal, clock } = world;
    const { reportId, officer } = await aDecided(world);
    const anybody = world.as({ kind: "anonymous", organisationId }) as AnonymousContext;
    const bytes = await buffer((await openReport(officer, reportId)).source);
    const check = (file: Uint8Array) => checkDocument(anybody, Readable.from([file]));
    const good = await check(bytes);
    expect(good).toMatchObject({ isOurs: true, isUnaltered: true, reason: null, form: "report" });
    expect(Object.keys(good).sort()).toEqual([
      "fingerprint",
      "form",
      "isOurs",
      "isUnaltered",
      "newer",
      "reason",
      "sha256",
      "signedAt",
      "signer",
    ]);
    expect(await findDocumentByHash(anybody, good.sha256)).toMatchObject({ form: "report", isUnaltered: true });
    expect(await findDocumentByHash(anybody, "0".repeat(64))).toBeUndefined();
    const flipped = Buffer.from(bytes);
    flipped[Math.floor(flipped.length / 3)]! ^= 1;
    expect(await check(flipped)).toMatchObject({ isUnaltered: false, form: null });
    expect(await check(Buffer.concat([bytes, Buffer.from("\n%more")]))).toMatchObject({ isUnaltered: false, form: null });
    expect(await check(Buffer.from("a text"))).toMatchObject({ isOurs: false, signer: null, form: null });
    const sealed = sealVerdict(portal, good, clock.now());
    expect(openVerdict(portal, sealed, clock.now())).toEqual(good);
    expect(openVerdict(portal, `${sealed.slice(0, -2)}AA`, clock.now())).toBeUndefined();
    expect(openVerdict(portal, sealed, new Date(clock.now().getTime() + 11 * 60_000))).toBeUndefined();
  });

  it("rest on a trace whose column adds up to the score, also as a table no spreadsheet can run", async () => {
    const world = await aWorld({ engine });
    const { assessmentId, officer, owner } = await aReviewed(world, { file: mixed, rejected: ["payment-provider#page_scripts"] });
    const why = await viewScoreTrace(officer, assessmentId);
    const sum = why.sections.flatMap(({ questions }) => questions).reduce((total, { pointsBps }) => total + pointsBps, 0);
    expect(sum).toBe(why.reviewed.uncappedBps);
    expect(why.sections.reduce((total, { pointsBps }) => total + pointsBps, 0)).toBe(sum);
    expect(why.knockOuts.find(({ state }) => state === "failed")).toMatchObject({ capBps: 6900 });
    expect(why.gains.map(({ gainBps }) => gainBps)).toEqual(why.gains.map(({ gainBps }) => gainBps).sort((a, b) => b - a));
    expect(why.vendorScore?.scoreBps).not.toBeNull();
    const csv = await exportScoreTrace(officer, assessmentId);
    const points = ((why.reviewed.scoreBps ?? 0) / 100).toFixed(2);
    expect(csv.trimEnd().split("\r\n").at(-1)).toBe(`Score,,,,,,${points},`);
    expect(csv).not.toMatch(/(^|,|\n)"?[=+@]/m);
    await expect(viewScoreTrace(owner, assessmentId)).rejects.toMatchObject({ code: "forbidden" });
  });
});
