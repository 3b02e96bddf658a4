// Sessions: none survives signing out, disabling or its time; none can be planted (OWASP ASVS 5.0 V7).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answered, ask } from "#tests/support/doors.ts";
import { aProvingGround, type Ground, password } from "#tests/support/proving-ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await aProvingGround();
}, 400_000);
afterAll(() => ground?.close());

const isOut = ({ status, location }: Answered) => status === 302 && (location ?? "").startsWith("/login");

async function signInOver(email: string, cookie?: string): Promise<string> {
  const { origin } = ground.server;
  const headers = { Origin: origin, "Sec-Fetch-Site": "same-origin", ...(cookie ? { Cookie: cookie } : {}) };
  const body = new URLSearchParams({ email, password });
  const response = await fetch(`${origin}/login`, { method: "POST", headers, body, redirect: "manual" });
  expect(response.status).toBe(302);
  const [line = ""] = response.headers.getSetCookie();
  expect(line).toMatch(/^__Host-session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Lax$/);
  return line.split(";")[0] ?? "";
}

describe("A session", () => {
  it("that a stranger planted before sign-in is not the one the person gets", async () => {
    const planted = `__Host-session=${"A".repeat(43)}`;
    const given = await signInOver(ground.emails.auditor, planted);
    expect(given).not.toBe(planted);
    expect(isOut(await ask(ground, "/", planted))).toBe(true);
    expect((await ask(ground, "/", given)).status).toBe(200);
  });

  it("is new at every sign-in", async () => {
    expect(await signInOver(ground.emails.auditor)).not.toBe(await signInOver(ground.emails.auditor));
  });

  it("ends on the server when its person signs out", async () => {
    const session = await ground.newSession("approver");
    expect((await ask(ground, "/", session)).status).toBe(200);
    await ask(ground, "/logout", session, {});
    expect(isOut(await ask(ground, "/", session))).toBe(true);
  });

  it("of a disabled person opens nothing from the next request on", async () => {
    const session = await ground.newSession("approver");
    const [row] = ground.query("select id from people where email = ?", ground.emails.approver);
    const personId = String(row?.id);
    expect((await ask(ground, "/settings/people", ground.cookies.administrator, { intent: "disable", personId })).status).toBe(200);
    expect(isOut(await ask(ground, "/", session))).toBe(true);
    expect(isOut(await ask(ground, "/", ground.cookies.approver))).toBe(true);
    await ask(ground, "/settings/people", ground.cookies.administrator, { intent: "enable", personId });
    expect(isOut(await ask(ground, "/", session))).toBe(true);
  });

  it("loses a right at once when the role is taken away", async () => {
    const session = await ground.newSession("auditor");
    const [row] = ground.query("select id from people where email = ?", ground.emails.auditor);
    const change = { intent: "roles", personId: String(row?.id), roles: "business_owner" };
    expect((await ask(ground, "/audit", session)).status).toBe(200);
    expect((await ask(ground, "/settings/people", ground.cookies.administrator, change)).status).toBe(200);
    expect((await ask(ground, "/audit", session)).status).toBe(403);
  });

  it("tossed twice in one request counts as none", async () => {
    const [mine, other] = [ground.cookies.administrator, ground.cookies.compliance_officer];
    expect(isOut(await ask(ground, "/", `${mine}; ${other}`))).toBe(true);
    expect(isOut(await ask(ground, "/", `${other}; ${mine}`))).toBe(true);
  });

  it("is found by its own name only", async () => {
    const token = ground.cookies.administrator.slice("__Host-session=".length);
    for (const name of ["session", "__Secure-session", "__Host-vendor", "__host-session"])
      expect(isOut(await ask(ground, "/", `${name}=${token}`)), name).toBe(true);
  });

  it("stands in the database as a hash only, and in no page", async () => {
    const token = ground.cookies.administrator.slice("__Host-session=".length);
    expect(ground.query("select id from sessions where token_hash = ?", token)).toEqual([]);
    expect((await ask(ground, "/", ground.cookies.administrator)).body).not.toContain(token);
  });

  it("of a vendor opens no page of ours, and one of ours no page of a vendor", async () => {
    expect(isOut(await ask(ground, "/vendors", ground.cookies.vendorA))).toBe(true);
    expect((await ask(ground, "/vendor", ground.cookies.compliance_officer)).location).toBe("/vendor/signed-out");
  });

  it("ends after the idle time, and after its longest time whatever happens", async () => {
    const session = await ground.newSession("business_owner");
    ground.clock.advance({ minutes: ground.server.portal.config.staffIdleMinutes - 1 });
    expect((await ask(ground, "/", session)).status).toBe(200);
    ground.clock.advance({ minutes: ground.server.portal.config.staffIdleMinutes + 1 });
    expect(isOut(await ask(ground, "/", session))).toBe(true);
    const busy = await ground.newSession("business_owner");
    for (let hour = 0; hour < 12 * 4; hour += 1) {
      await ask(ground, "/", busy);
      ground.clock.advance({ minutes: 15 });
    }
    expect(isOut(await ask(ground, "/", busy))).toBe(true);
  });
});
