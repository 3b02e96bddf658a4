// First run, sign-in, people and roles: through the built portal, over HTTP, as a browser without script would do it.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClock } from "#tests/support/clock.ts";
import { type HttpBrowser, httpBrowser } from "#tests/support/http-browser.ts";
import { type PortalServer, startPortalServer } from "#tests/support/portal-server.ts";

const password = "vier ruhige Laternen am Kanal";
const clock = aClock("2026-11-23T09:00:00Z");
let portal: PortalServer;
let admin: HttpBrowser;

beforeAll(async () => {
  portal = await startPortalServer({ clock });
  admin = httpBrowser(portal.origin);
});
afterAll(() => portal.close());

describe("an empty portal", () => {
  it("leads whoever comes to set-up, and refuses a wrong code", async () => {
    const page = await admin.get("/");
    expect(page.path).toBe("/setup");
    const refused = await admin.post("/setup", setUp({ code: "not-the-code" }));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("This is not the code in the log.");
    expect(refused.html).toContain('value="Lantern &amp; Larch"');
  });

  it("refuses a short password and keeps what was typed, but never the password", async () => {
    const refused = await admin.post("/setup", setUp({ password: "short", repeated: "short" }));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="mara@lantern-larch.example"');
    expect(refused.html).not.toContain('value="short"');
  });

  it("is set up once, with the code of its log", async () => {
    const page = await admin.post("/setup", setUp({}));
    expect(page.path).toBe("/login?password-set");
    expect((await admin.get("/setup")).status).toBe(404);
  });
});

describe("signing in", () => {
  it("refuses a wrong password and an unknown person with the same words", async () => {
    const wrong = await admin.post("/login", { email: "mara@lantern-larch.example", password: "another password altogether" });
    const unknown = await admin.post("/login", { email: "nobody@lantern-larch.example", password: "another password altogether" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("E-mail address or password is not right.");
    expect(unknown.html.replaceAll("nobody@", "mara@")).toBe(wrong.html);
  });

  it("gives a session cookie that scripts cannot read, and leads on only within this portal", async () => {
    const page = await admin.post("/login", { email: "Mara@lantern-larch.example", password, next: "//evil.example" });
    expect(page.status).toBe(200);
    expect(page.path).toBe("/");
    expect(page.html).toContain("Mara Lindqvist");
    expect(page.html).not.toContain(admin.cookie("__Host-session") as string);
  });

  it("ends after half an hour without a click", async () => {
    clock.advance({ minutes: 31 });
    expect((await admin.get("/")).path).toBe("/login");
    await admin.post("/login", { email: "mara@lantern-larch.example", password });
    clock.advance({ minutes: 20 });
    expect((await admin.get("/")).path).toBe("/");
    clock.advance({ minutes: 20 });
    expect((await admin.get("/")).path).toBe("/");
  });

  it("is over after signing out, in the database too: the old cookie opens nothing", async () => {
    const copy = httpBrowser(portal.origin);
    await copy.post("/login", { email: "mara@lantern-larch.example", password });
    const stolen = copy.cookie("__Host-session") as string;
    await copy.post("/logout", {});
    const answer = await fetch(`${portal.origin}/`, { headers: { Cookie: `__Host-session=${stolen}` }, redirect: "manual" });
    expect(answer.status).toBe(302);
  });
});

describe("people", () => {
  it("are added with roles and get a one-time link that works once", async () => {
    const page = await admin.post("/settings/people", {
      name: "Jonas Aalto",
      email: "jonas@lantern-larch.example",
      roles: ["procurement", "business_owner"],
    });
    expect(page.status).toBe(200);
    const link = /\/password\/[\w-]{43}/.exec(page.html)?.[0] as string;
    expect(link).toBeDefined();
    const jonas = httpBrowser(portal.origin);
    expect((await jonas.get(link)).html).toContain("Jonas Aalto");
    expect((await jonas.post(link, { password, repeated: password })).path).toBe("/login?password-set");
    expect((await jonas.post(link, { password, repeated: password })).status).toBe(404);
    expect((await jonas.post("/login", { email: "jonas@lantern-larch.example", password })).path).toBe("/");
    expect((await jonas.get("/settings/people")).status).toBe(403);
  });

  it("are not added twice, and the form keeps what was typed", async () => {
    const page = await admin.post("/settings/people", { name: "Jonas again", email: "JONAS@lantern-larch.example", roles: "auditor" });
    expect(page.status).toBe(409);
    expect(page.html).toContain('value="Jonas again"');
  });

  it("who are disabled are signed out at once", async () => {
    const jonas = httpBrowser(portal.origin);
    await jonas.post("/login", { email: "jonas@lantern-larch.example", password });
    const personId = /name="personId" value="(per_\w+)"/.exec(
      (await admin.get("/settings/people")).html.split("Jonas Aalto")[1] as string,
    )?.[1] as string;
    await admin.post("/settings/people", { intent: "disable", personId });
    expect((await jonas.get("/")).path).toBe("/login");
  });

  it("cannot be given rights by fields the form does not have", async () => {
    const page = await admin.post("/settings/people", { name: "X", email: "x@lantern-larch.example", roles: "auditor", passwordHash: "x" });
    expect(page.status).toBe(422);
  });
});

describe("what never leaves the portal", () => {
  it("a page of a screen that does not exist is a 404 with a trace id and nothing else", async () => {
    const page = await admin.get("/no/such/page");
    expect(page.status).toBe(404);
    expect(page.html).toContain("Trace ");
    expect(page.html).not.toMatch(/at \w+ \(|node_modules|Error:/);
  });

  it("every response carries the headers of a security product", async () => {
    for (const path of ["/", "/login", "/healthz", "/assets/none.css", "/no/such/page", "/settings/people.data"]) {
      const { headers } = await fetch(portal.origin + path, { redirect: "manual" });
      expect(headers.get("Content-Security-Policy"), path).toContain("default-src 'none'");
      expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
      expect(headers.get("Referrer-Policy"), path).toBe("same-origin");
      expect(headers.get("Cross-Origin-Opener-Policy"), path).toBe("same-origin");
    }
  });
});

function setUp(change: Record<string, string>): Record<string, string> {
  return {
    code: portal.portal.setUpCode,
    organisation: "Lantern & Larch",
    name: "Mara Lindqvist",
    email: "mara@lantern-larch.example",
    password,
    repeated: password,
    ...change,
  };
}
