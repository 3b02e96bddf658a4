// Signed documents over HTTP: who sees and reads which, what /verify says to anybody about a file, and that nothing of it is kept.
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aProvingGround, type Ground } from "#tests/support/proving-ground.ts";
import { aPdf } from "#tests/support/sample-files.ts";

let ground: Ground;
let decisionPage: Buffer;
let reportId: string;
beforeAll(async () => {
  ground = await aProvingGround();
  const [row] = ground.query("select report_evidence_id as id from decisions where assessment_id = ?", ground.objects.own.assessment);
  reportId = String(row?.id);
  decisionPage = Buffer.from(await (await file(ground.objects.own.report ?? "", "procurement")).arrayBuffer());
});
afterAll(() => ground.close());

type Cookie = keyof Ground["cookies"];
const read = (path: string, cookie?: Cookie) =>
  fetch(ground.server.origin + path, { headers: cookie ? { Cookie: ground.cookies[cookie] } : {}, redirect: "manual" });
const file = (id: string, cookie?: Cookie) => read(`/reports/${id}/file`, cookie);

describe("a signed document", () => {
  it("is handed out as the bytes that were signed, as an attachment nothing can run in, and each reading is recorded", async () => {
    const [row] = ground.query("select sha256, bytes from evidence where id = ?", reportId);
    const before = ground.query("select seq from audit_entries where type = 'report.downloaded'").length;
    const answer = await file(reportId, "auditor");
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(row?.sha256);
    expect(answer.headers.get("content-length")).toBe(String(row?.bytes));
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename.+\.pdf/);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(ground.query("select seq from audit_entries where type = 'report.downloaded'")).toHaveLength(before + 1);
  });

  it("is read by whom its form is for; others get 403, strangers 404, nobody signed in 401", async () => {
    const page = ground.objects.own.report ?? "";
    const statuses = async (id: string, who: readonly (Cookie | undefined)[]) =>
      Promise.all(who.map(async (each) => (await file(id, each)).status));
    expect(await statuses(reportId, ["compliance_officer", "approver", "auditor"])).toEqual([200, 200, 200]);
    expect(await statuses(reportId, ["procurement", "business_owner", "administrator"])).toEqual([403, 403, 403]);
    expect(await statuses(page, ["procurement", "business_owner", "administrator"])).toEqual([200, 200, 403]);
    expect(await statuses(page, ["foreignOfficer", undefined, "vendorA", "disabled"])).toEqual([404, 401, 401, 401]);
    const [unknown, foreign] = [await file("evd_unknown", "auditor"), await file(page, "foreignOfficer")];
    expect(await foreign.json()).toEqual(await unknown.json());
    expect((await file(ground.objects.own.evidence ?? "", "compliance_officer")).status).toBe(404);
  });

  it("stands in the list of those who may read it", async () => {
    const page = ground.objects.own.report ?? "";
    const list = async (who: Cookie) => (await read("/reports", who)).text();
    for (const id of [page, reportId]) expect(await list("auditor")).toContain(`/reports/${id}/file`);
    expect(await list("procurement")).toContain(`/reports/${page}/file`);
    expect(await list("procurement")).not.toContain(reportId);
    expect(await list("foreignOfficer")).not.toContain(page);
    expect((await read("/reports", "administrator")).status).toBe(403);
  });
});

describe("/verify, for anybody", () => {
  async function check(bytes: Uint8Array | undefined): Promise<{ status: number; location: string; text: string }> {
    const body = new FormData();
    if (bytes) body.append("file", new Blob([bytes as BlobPart]), "document.pdf");
    else body.append("nothing", "here");
    const { origin } = ground.server;
    const headers = { Origin: origin, "Sec-Fetch-Site": "same-origin" };
    const answer = await fetch(`${origin}/verify/file`, { method: "POST", body, headers, redirect: "manual" });
    const location = answer.headers.get("location") ?? "";
    return { status: answer.status, location, text: await (await read(location)).text() };
  }

  const kept = () => readdirSync(`${ground.server.dataDir}/evidence`, { recursive: true }).length;

  it("says that our own document is genuine, and names neither vendor nor people", async () => {
    const before = kept();
    const { status, text } = await check(decisionPage);
    expect(status).toBe(303);
    expect(text).toContain(createHash("sha256").update(decisionPage).digest("hex"));
    expect(text).toMatch(/genuine|unaltered/i);
    expect(text).not.toContain("Quillpay");
    expect(kept()).toBe(before);
  });

  it("says that an altered one is not as it was signed, and that a stranger's is not ours", async () => {
    const altered = Buffer.from(decisionPage);
    altered[1500] = (altered[1500] ?? 0) ^ 1;
    expect((await check(altered)).text).toMatch(/changed after/i);
    for (const bytes of [aPdf("somebody else's"), Buffer.from("no PDF at all"), Buffer.alloc(5000, 7)]) {
      const { status, text } = await check(bytes);
      expect(status).toBe(303);
      expect(text).not.toMatch(/unaltered\.|is genuine/i);
      expect(text).not.toMatch(/\bat \w+ \(|node_modules/);
    }
  });

  it("asks for a file where none was chosen, refuses one that is too large with the limit, and believes no made-up verdict", async () => {
    expect((await check(undefined)).text).toContain("Choose a file first.");
    const large = await check(Buffer.alloc(25 * 1024 * 1024 + 1, 0x20));
    expect(large.location).toBe("/verify?refused=too_large");
    expect(large.text).toContain("larger than the 25 MB");
    expect(await (await read("/verify?checked=made-up")).text()).toContain("Check the document again.");
  });
});
