// Who was refused stands in the audit log: once, readable, whatever way was tried, and never so often that the log drowns in it.
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyAuditChain } from "#app/server/audit/verify-audit-chain.server.ts";
import { insertEvidence } from "#app/server/evidence/evidence.repo.server.ts";
import { uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { raiseFinding } from "#app/server/findings/raise-finding.server.ts";
import { recordProgress } from "#app/server/findings/record-progress.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { onEveryServer } from "#tests/support/engines.ts";
import { aSentTo, aSubmitted } from "#tests/support/reviewing.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";

const questionKey = "payment-provider#pci_validation";

onEveryServer("the audit log", 7, (engine) => {
  let served: ServedWorld;
  let sent: Awaited<ReturnType<typeof aSubmitted>>;
  let evidenceId: string;

  beforeAll(async () => {
    served = await aServedWorld({ engine: engine as "sqlite" | "postgres", env: { LIMIT_DENIAL_ACTOR: "4/1h", LOG_LEVEL: "fatal" } });
    sent = await aSubmitted(served.world);
    const form = { engagementId: sent.engagementId, kind: "pci-aoc-sp", startsOn: "2026-10-01" };
    const officer = await served.world.asPerson(["compliance_officer"]);
    ({ evidenceId } = await uploadEvidence(officer, form, { source: Readable.from([aPdf()]), fileName: "aoc.pdf" }));
  });
  afterAll(() => served?.close());

  const get = (path: string, cookie: string) => fetch(served.server.origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
  const post = (path: string, cookie: string, fields: Record<string, string>, more: Record<string, string> = {}) => {
    const { origin } = served.server;
    const headers = { Cookie: cookie, Origin: origin, "Sec-Fetch-Site": "same-origin", ...more };
    return fetch(origin + path, { method: "POST", headers, body: new URLSearchParams(fields), redirect: "manual" });
  };
  const file = () => `/evidence/${evidenceId}/file`;

  /** What the log holds about refusals of this person: object, right and reason of each. */
  async function denialsOf({ actor }: PersonContext): Promise<unknown[]> {
    const { db, t } = served.world.store.read;
    const rows = await db.select().from(t.auditEntries).orderBy(t.auditEntries.seq);
    return rows
      .filter(({ type, actorId }) => type === "access.denied" && actorId === actor.personId)
      .map(({ objectId, entry }) => [objectId, JSON.parse(entry).event.data]);
  }

  async function aPerson(role: Parameters<ServedWorld["staffCookie"]>[0][number], name?: string) {
    const person = await served.world.asPerson([role], name);
    return { person, cookie: await served.staffCookie([role], person) };
  }

  it("says who asked for a document without the right, once a minute at most", async () => {
    const { person, cookie } = await aPerson("procurement");
    const denied = [evidenceId, { permission: "evidence.download", verdict: "lacks_right" }];
    for (let n = 0; n < 3; n += 1) expect((await get(file(), cookie)).status).toBe(403);
    expect(await denialsOf(person)).toEqual([denied]);
    served.world.clock.advance({ minutes: 2 });
    expect((await get(file(), cookie)).status).toBe(403);
    expect(await denialsOf(person)).toEqual([denied, denied]);
  });

  it("says it of pages, forms, uploads and signed reports alike, once each", async () => {
    const { organisationId, store } = served.world;
    const [row] = await store.read.db.select().from(store.read.t.evidence);
    const report = { ...row!, id: "evd_report", kind: "report" };
    await store.tx(organisationId, (tx) => insertEvidence(tx, report));
    const { person, cookie } = await aPerson("business_owner");
    expect((await get("/reports/evd_report/file", cookie)).status).toBe(403);
    expect((await get("/audit", cookie)).status).toBe(403);
    expect((await post("/audit", cookie, {})).status).toBe(403);
    const body = new FormData();
    for (const [name, value] of Object.entries({ engagementId: sent.engagementId, kind: "pci-aoc-sp", startsOn: "2026-10-01" }))
      body.append(name, value);
    body.append("file", new Blob([aPdf() as BlobPart]), "a.pdf");
    const { origin } = served.server;
    const headers = { Cookie: cookie, Origin: origin, "Sec-Fetch-Site": "same-origin", Accept: "application/json" };
    expect((await fetch(`${origin}/evidence/upload`, { method: "POST", headers, body })).status).toBe(403);
    const lacks = (permission: string) => ({ permission, verdict: "lacks_right" });
    expect(await denialsOf(person)).toEqual([
      ["evd_report", lacks("report.view_full")],
      [organisationId, lacks("audit.view")],
      [organisationId, lacks("audit.verify")],
      [sent.engagementId, lacks("evidence.upload")],
    ]);
  });

  it("says which rule refused somebody who has the right, and nothing of what was refused is kept", async () => {
    const { world } = served;
    const { person, cookie } = await aPerson("compliance_officer", "Odile Worker");
    const about = { assessmentId: sent.assessmentId, questionKey, severity: "high" as const, title: "No attestation" };
    const findingId = await raiseFinding(person, about);
    await recordProgress(person, findingId, { text: "Asked for it." });
    const close = { intent: "close", because: "fixed", evidenceId, text: "It came." };
    expect((await post(`/findings/${findingId}`, cookie, close)).status).toBe(403);
    expect(await denialsOf(person)).toEqual([[findingId, { permission: "finding.close", verdict: "did_the_work" }]]);
    const { db, t } = world.store.read;
    const [finding] = (await db.select().from(t.findings)).filter(({ id }) => id === findingId);
    expect(finding?.status).toBe("open");
  });

  it("shows each refusal as a sentence, and stays whole", async () => {
    const { cookie } = await aPerson("procurement", "Priya Curious");
    await get(file(), cookie);
    const page = await (await get("/audit?type=access", await served.staffCookie(["auditor"]))).text();
    expect(page).toContain("Refused for lack of the right: Read a document");
    expect(page).toContain("Priya Curious");
    expect(page).toContain("You worked on this finding, so somebody else has to close it.");
    expect((await verifyAuditChain(served.world.store, served.world.organisationId)).firstBad).toBeUndefined();
  });

  it("is not flooded by somebody who tries one thing after the other", async () => {
    const { person, cookie } = await aPerson("procurement");
    for (const path of [file(), "/audit", "/settings/people", "/audit/export", "/evidence/upload"])
      expect((await get(path, cookie)).status, path).toBe(403);
    expect(await denialsOf(person)).toHaveLength(4);
    served.world.clock.advance({ hours: 2 });
    await get("/audit", await served.staffCookie(["procurement"], person));
    expect(await denialsOf(person)).toHaveLength(5);
  });

  it("says nothing of strangers, of what looks unknown, and of what was allowed", async () => {
    const { db, t } = served.world.store.read;
    const count = async () => (await db.select().from(t.auditEntries)).filter(({ type }) => type === "access.denied").length;
    const before = await count();
    expect((await get(file(), "")).status).toBe(401);
    const officer = await served.staffCookie(["compliance_officer"]);
    expect((await get("/evidence/evd_unknown/file", officer)).status).toBe(404);
    expect((await get(file(), officer)).status).toBe(200);
    const other = await served.vendorCookie(await aSentTo(served.world, "hosting", "hosting-provider"));
    expect((await get(`/v${file()}`, other)).status).toBe(404);
    expect(await count()).toBe(before);
  });

  it("may be out of order: who has no right is refused all the same", async () => {
    const { cookie } = await aPerson("procurement");
    await served.world.sql("alter table audit_heads rename to audit_heads_away");
    try {
      expect((await get(file(), cookie)).status).toBe(403);
      expect((await get("/audit", cookie)).status).toBe(403);
    } finally {
      await served.world.sql("alter table audit_heads_away rename to audit_heads");
    }
  });
});
