// Documents over real HTTP: who may send and read them, what is refused, and that nothing of a refused one stays.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PortalServer } from "#tests/support/portal-server.ts";
import { aSentTo, type Sent } from "#tests/support/reviewing.ts";
import { aPdf, aPdfWithScript, aPng } from "#tests/support/sample-files.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";
import type { World } from "#tests/support/world.ts";

let server: PortalServer;
let world: World;
let vendorCookie: ServedWorld["vendorCookie"];
let staffCookie: ServedWorld["staffCookie"];
let close: () => Promise<void>;
let sent: Sent;
let other: Sent;

beforeAll(async () => {
  const served = await aServedWorld({ at: "2026-11-22T09:00:00Z", env: { UPLOAD_MAX_BYTES: "200000" } });
  ({ server, world, vendorCookie, staffCookie, close } = served);
  sent = await aSentTo(world, "payment", "payment-provider");
  other = await aSentTo(world, "hosting", "hosting-provider");
});

afterAll(() => close());

interface Part {
  name: string;
  bytes: Uint8Array;
}

function upload(cookie: string, file: Part, fields: Record<string, string> = {}, accept = "application/json"): Promise<Response> {
  const body = new FormData();
  const form = { questionKey: "payment-provider#pci_validation", kind: "pci-aoc-sp", startsOn: "2026-10-01", ...fields };
  for (const [name, value] of Object.entries(form)) body.append(name, value);
  body.append("file", new Blob([file.bytes as BlobPart]), file.name);
  const { origin } = server;
  const headers = { Cookie: cookie, Origin: origin, "Sec-Fetch-Site": "same-origin", Accept: accept };
  return fetch(`${origin}/v/evidence`, { method: "POST", headers, body, redirect: "manual" });
}

const read = (path: string, cookie: string) => fetch(server.origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
const filesOnDisk = () =>
  readdirSync(join(server.dataDir, "evidence"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

it("takes a document, hands the same bytes back to its vendor and to an officer, and records who read it", async () => {
  const cookie = await vendorCookie(sent);
  const pdf = aPdf("Attestation of compliance");
  const taken = await upload(cookie, { name: "../../aoc 2026.pdf", bytes: pdf });
  expect(taken.status).toBe(201);
  const { evidenceId, fileName } = (await taken.json()) as { evidenceId: string; fileName: string };
  expect(fileName).not.toContain("/");
  const own = await read(`/v/evidence/${evidenceId}/file`, cookie);
  expect(Buffer.from(await own.arrayBuffer()).equals(pdf)).toBe(true);
  const officer = await read(`/evidence/${evidenceId}/file`, await staffCookie(["compliance_officer"]));
  expect(officer.status).toBe(200);
  expect(officer.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(officer.headers.get("content-security-policy")).toContain("sandbox");
  expect(officer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(officer.headers.get("cache-control")).toBe("no-store");
  const { auditEntries } = server.portal.store.read.t;
  const entries = await server.portal.store.read.db.select().from(auditEntries);
  const reads = entries.filter(({ type, objectId }) => type === "evidence.downloaded" && objectId === evidenceId);
  expect(reads.map(({ actorKind }) => actorKind)).toEqual(["vendor", "person"]);
});

it("tells the officer, on the document's page, that a PDF contains scripts and carries files", async () => {
  const taken = await upload(await vendorCookie(sent), { name: "active.pdf", bytes: await aPdfWithScript() });
  const { evidenceId } = (await taken.json()) as { evidenceId: string };
  const officer = await staffCookie(["compliance_officer"]);
  const page = await (await read(`/evidence/${evidenceId}`, officer)).text();
  expect(page).toContain("This PDF contains scripts. They are not run here;");
  expect(page).toContain("This PDF carries other files inside.");
  const file = await read(`/evidence/${evidenceId}/file?show`, officer);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(file.headers.get("content-type")).toBe("application/octet-stream");
  expect(file.headers.get("content-security-policy")).toContain("sandbox");
});

it("keeps documents from everybody who has no right to them", async () => {
  const cookie = await vendorCookie(sent);
  const { evidenceId } = (await (await upload(cookie, { name: "a.pdf", bytes: aPdf() })).json()) as { evidenceId: string };
  expect((await read(`/v/evidence/${evidenceId}/file`, await vendorCookie(other))).status).toBe(404);
  for (const role of ["procurement", "business_owner", "administrator", "auditor", "approver"] as const) {
    expect((await read(`/evidence/${evidenceId}/file`, await staffCookie([role]))).status, role).toBe(403);
  }
  expect((await read("/evidence/evd_unknown/file", await staffCookie(["compliance_officer"]))).status).toBe(404);
  expect((await read(`/evidence/${evidenceId}/file`, "")).status).toBe(401);
  expect((await upload("", { name: "a.pdf", bytes: aPdf() })).status).toBe(401);
});

it("refuses what is too large, of another type or wrongly described, names why, and leaves nothing on the disk", async () => {
  const cookie = await vendorCookie(sent);
  const before = filesOnDisk().length;
  const large = await upload(cookie, { name: "large.pdf", bytes: aPdf("x", 300_000) });
  expect(large.status).toBe(413);
  expect(((await large.json()) as { error: { detail: string } }).error.detail).toMatch(/MB allowed/);
  expect((await upload(cookie, { name: "run.exe", bytes: Buffer.from("MZ\x90\x00") })).status).toBe(415);
  expect((await upload(cookie, { name: "page.pdf", bytes: Buffer.from("<html><script>1</script></html>") })).status).toBe(415);
  expect((await upload(cookie, { name: "aoc.png", bytes: aPng() })).status).toBe(415);
  expect((await upload(cookie, { name: "a.pdf", bytes: aPdf() }, { kind: "report" })).status).toBe(422);
  expect((await upload(cookie, { name: "a.pdf", bytes: aPdf() }, { startsOn: "2027-10-01" })).status).toBe(422);
  const plain = await upload(cookie, { name: "run.exe", bytes: Buffer.from("MZ\x90\x00") }, { back: "/vendor/check" }, "text/html");
  expect(plain.status).toBe(303);
  expect(plain.headers.get("location")).toMatch(/^\/vendor\/check\?upload-error=/);
  expect(filesOnDisk().length).toBe(before);
});

it("takes an officer's document through the plain form of its page, and says a refusal there", async () => {
  const cookie = await staffCookie(["compliance_officer"]);
  const page = `/engagements/${sent.engagementId}/upload`;
  expect(await (await read("/evidence/upload", cookie)).text()).toContain(page);
  const form = await (await read(page, cookie)).text();
  expect(form).toContain('action="/evidence/upload"');
  const send = (file: Part) => {
    const body = new FormData();
    body.append("engagementId", sent.engagementId);
    body.append("back", page);
    body.append("kind", "pci-aoc-sp");
    body.append("startsOn", "2026-10-01");
    body.append("questionKey", "");
    body.append("file", new Blob([file.bytes as BlobPart]), file.name);
    const headers = { Cookie: cookie, Origin: server.origin, "Sec-Fetch-Site": "same-origin", Accept: "text/html" };
    return fetch(`${server.origin}/evidence/upload`, { method: "POST", headers, body, redirect: "manual" });
  };
  const taken = await send({ name: "aoc.pdf", bytes: aPdf("By mail") });
  expect(taken.status).toBe(303);
  const shown = await read(taken.headers.get("location") ?? "", cookie);
  expect(shown.status).toBe(200);
  expect(await shown.text()).toContain("aoc.pdf");
  const refused = await send({ name: "run.exe", bytes: Buffer.from("MZ\x90\x00") });
  expect(refused.headers.get("location")).toContain(`${page}?upload-error=`);
  expect(await (await read(refused.headers.get("location") ?? "", cookie)).text()).toContain("not accepted");
  expect((await read(page, await staffCookie(["procurement"]))).status).toBe(403);
});

it("refuses a document for a question nobody asks", async () => {
  const cookie = await vendorCookie(sent);
  const before = filesOnDisk().length;
  expect((await upload(cookie, { name: "a.pdf", bytes: aPdf() }, { questionKey: "payment-provider#nothing" })).status).toBe(404);
  expect(filesOnDisk().length).toBe(before);
});

it("takes a promised document after submission, and nothing else", async () => {
  const cookie = await vendorCookie(sent);
  const { portal } = server;
  const { organisationId, assessmentId, vendorId } = { ...sent, organisationId: world.organisationId };
  const promised = { organisationId, assessmentId, vendorId, questionKey: "payment-provider#tls_oldest", kind: "tls-scan" };
  await portal.store.tx(organisationId, async (tx) => {
    const row = {
      ...promised,
      id: portal.ids.next("evidenceRequest"),
      key: "promised",
      reason: "provide_later" as const,
      dueOn: "2026-12-10",
    };
    await tx.db.insert(tx.t.evidenceRequests).values({ ...row, status: "open", openedAt: portal.clock.now() });
    await tx.db.update(tx.t.assessments).set({ status: "submitted" });
  });
  const other = await upload(cookie, { name: "a.pdf", bytes: aPdf() });
  expect(other.status).toBe(409);
  // Another kind that proves the answer will do.
  const fields = { questionKey: promised.questionKey, kind: "pci-aoc-sp" };
  expect((await upload(cookie, { name: "aoc.pdf", bytes: aPdf() }, fields)).status).toBe(201);
  const { evidenceRequests } = portal.store.read.t;
  const [request] = await portal.store.read.db.select().from(evidenceRequests);
  expect(request?.status).toBe("fulfilled");
  expect((await upload(cookie, { name: "aoc.pdf", bytes: aPdf() }, fields)).status).toBe(409);
});
