// What a browser meets while the database or the file store is away, busy or broken: 503 with a time to ask again and nothing half saved,
// or a plain "something went wrong" with the id under which the log has the rest; and afterwards a portal that goes on by itself.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSqliteWriter } from "#db/client-sqlite.server.ts";
import { takePostgresAway } from "#tests/support/databases.ts";
import { onEveryServer } from "#tests/support/engines.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aSentAssessment, type SentAssessment } from "#tests/support/sending.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";

const newVendor = { name: "Fennel Payments", website: "", category: "payment", contactEmail: "" };
/** What only a program's own messages look like. */
const insides = /node_modules|\.(ts|tsx|js|mjs):\d|\bat \w+.*\(|SQLITE|no such table|relation "|select "|ECONNREFUSED|stack/i;

onEveryServer("a portal in trouble", 3, (engine) => {
  let served: ServedWorld;
  let sent: SentAssessment;
  let staff: string;
  let vendor: string;

  beforeEach(async () => {
    served = await aServedWorld({ engine: engine as "sqlite" | "postgres", env: { LOG_LEVEL: "silent" } });
    sent = await aSentAssessment(served.world);
    staff = await served.staffCookie(["procurement", "compliance_officer"]);
    vendor = await served.vendorCookie(sent);
    await served.server.portal.waker.drain();
  });
  afterEach(() => served.close());

  const ask = (path: string, cookie = "", form?: Record<string, string> | FormData, accept = "text/html") => {
    const { origin } = served.server;
    const headers = { Cookie: cookie, Accept: accept, Connection: "close" };
    if (!form) return fetch(origin + path, { headers, redirect: "manual" });
    const body = form instanceof FormData ? form : new URLSearchParams(form);
    const own = { Origin: origin, "Sec-Fetch-Site": "same-origin" };
    return fetch(origin + path, { method: "POST", headers: { ...headers, ...own }, body, redirect: "manual" });
  };
  const upload = () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind: "pci-aoc-sp", startsOn: "2026-11-01", engagementId: sent.engagementId }))
      form.set(name, value);
    form.set("file", new Blob([new Uint8Array(aPdf("x"))]), "aoc.pdf");
    return ask("/evidence/upload", staff, form, "application/json");
  };
  const answer = () => ask("/v/answer", vendor, { "value:starter#none": "yes" });
  /** Documents, data, forms and the handlers beside the pages. */
  const everything = (): [string, () => Promise<Response>][] => [
    ["a page", () => ask("/vendors", staff)],
    ["its data", () => ask("/vendors.data", staff)],
    ["a vendor's page", () => ask("/vendor", vendor)],
    ["a form", () => ask("/vendors/new", staff, newVendor)],
    ["a form's data", () => ask("/vendors/new.data", staff, newVendor)],
    ["an answer", answer],
    ["an upload", upload],
  ];
  const rows = async () => {
    const { db, t } = served.world.store.read;
    return { vendors: await db.$count(t.vendors), events: await db.$count(t.auditEntries), evidence: await db.$count(t.evidence) };
  };

  if (engine === "postgres")
    it("whose database is away says so everywhere, keeps nothing half, and is there again when it is", async () => {
      const before = await rows();
      const comeBack = await takePostgresAway(served.server.portal.config.databaseUrl);
      const ready = await ask("/readyz");
      expect([ready.status, ready.headers.get("Retry-After")]).toEqual([503, "5"]);
      expect(await ready.json()).toMatchObject({ status: "unavailable", database: false });
      expect((await ask("/healthz")).status).toBe(200);
      for (const [what, asking] of everything()) {
        const response = await asking();
        const body = await response.text();
        expect([what, response.status, response.headers.get("Retry-After")]).toEqual([what, 503, "5"]);
        expect([what, insides.exec(body)?.[0]]).toEqual([what, undefined]);
      }
      await comeBack();
      expect((await ask("/readyz")).status).toBe(200);
      expect((await ask("/vendors", staff)).status).toBe(200);
      expect(await rows()).toEqual(before);
      expect((await ask("/vendors/new", staff, newVendor)).status).toBe(302);
    });

  it("whose file store is away refuses documents with 503, leaves no row, and takes them when it is back", async () => {
    const before = await rows();
    const folder = join(served.server.dataDir, "evidence");
    renameSync(folder, `${folder}.away`);
    writeFileSync(folder, "");
    const refused = await upload();
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "60"]);
    expect(insides.exec(await refused.text())?.[0]).toBeUndefined();
    expect((await rows()).evidence).toBe(before.evidence);
    rmSync(folder);
    renameSync(`${folder}.away`, folder);
    expect((await upload()).status).toBe(201);
  });

  it("that meets what nobody foresaw tells browsers the id of the log entry and nothing of its insides", async () => {
    await served.world.sql("alter table vendors rename to vendors_gone");
    for (const [what, asking] of everything().filter(([what]) => !/answer|upload/.test(what))) {
      const response = await asking();
      const body = await response.text();
      expect([what, response.status]).toEqual([what, 500]);
      expect([what, insides.exec(body)?.[0]]).toEqual([what, undefined]);
      expect(response.headers.get("X-Trace-Id")).toMatch(/^\w{10,16}$/);
      if (!what.includes("data")) expect(body).toContain(response.headers.get("X-Trace-Id"));
    }
  });

  if (engine === "sqlite")
    it("whose database another program keeps locked answers reading, and refuses writing with 503", async () => {
      const before = await rows();
      const other = openSqliteWriter(join(served.server.dataDir, "vouchsafe.sqlite")).client;
      other.exec("begin immediate");
      expect((await ask("/vendors", staff)).status).toBe(200);
      const refused = await ask("/vendors/new", staff, newVendor);
      expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
      other.exec("rollback");
      other.close();
      expect(await rows()).toEqual(before);
      expect((await ask("/vendors/new", staff, newVendor)).status).toBe(302);
    });
});
