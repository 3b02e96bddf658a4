// Forms no honest page sends: fields that are not asked for, prototype keys, characters no text column holds, and far too much.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "#app/domain/access/roles.ts";
import { type RouteAccess, routeAccess } from "#app/domain/access/route-access.ts";
import { ask, asks, type Door, doorsOf, intentsOf } from "#tests/support/doors.ts";
import { aProvingGround, type Ground } from "#tests/support/proving-ground.ts";

let ground: Ground;
let doors: Door[];
beforeAll(async () => {
  ground = await aProvingGround();
  doors = await doorsOf(ground);
}, 400_000);
afterAll(() => ground?.close());

/** Signing out and verifying the log ask for nothing, so they look at nothing. */
const formless = new Set(["routes/logout/route", "routes/audit/route", "routes/not-found/route"]);
const writing = Object.entries(routeAccess).filter(
  ([id, row]) => row.write && !formless.has(id) && !/evidence/.test(id.split(" ")[1] ?? ""),
);
const sessionsOf = (row: RouteAccess) =>
  row.audience === "vendor" ? (["vendorA"] as const) : row.audience === "staff" ? roles : (["vendorB"] as const);

/** Columns somebody would love to set through a form that does not have them. */
const columns = [
  "id",
  "organisationId",
  "organisation_id",
  "vendorId",
  "roles[]",
  "status",
  "tier",
  "score",
  "disabledAt",
  "tokenHash",
  "createdAt",
  "isAdmin",
];
const prototypeKeys = [
  "__proto__",
  "__proto__[polluted]",
  "constructor[prototype][polluted]",
  "constructor.prototype.polluted",
  "prototype",
];
const forbiddenTexts = ["nul\0byte", "\0"];

describe.each(writing)("%s", (id, row) => {
  async function attack(form: Record<string, string>): Promise<string[]> {
    const door = doors.find((each) => each.id === id);
    if (!door) throw new Error(`There is no door ${id}.`);
    const [[, path] = ["", ""]] = asks(door, "own", ground);
    const complaints: string[] = [];
    for (const session of sessionsOf(row)) {
      for (const intent of intentsOf(id)) {
        const before = ground.census();
        const answered = await ask(ground, path, ground.cookies[session], { ...(intent ? { intent } : {}), ...form });
        const said = `${Object.keys(form)} with intent "${intent}" as ${session} answered ${answered.status}`;
        if (answered.status >= 500) complaints.push(said);
        // A redirect that changes nothing only says that there is nothing to do here any more.
        const isAccepted = answered.status < 300;
        if (isAccepted) complaints.push(`${said}: accepted`);
        const after = ground.census();
        const changed = Object.keys(after).filter(
          (table) => !["audit_entries", "rate_limits"].includes(table) && after[table] !== before[table],
        );
        if (changed.length > 0) complaints.push(`${said} and changed ${changed}`);
      }
    }
    return complaints;
  }

  it("refuses fields it does not ask for, so that no column can be set through it", async () => {
    expect(await attack(Object.fromEntries(columns.map((name) => [name, "1"])))).toEqual([]);
  });

  it("is not impressed by prototype keys", async () => {
    expect(await attack(Object.fromEntries(prototypeKeys.map((name) => [name, "1"])))).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("refuses characters that no text column holds", async () => {
    for (const text of forbiddenTexts) expect(await attack({ name: text, note: text, reason: text, email: text })).toEqual([]);
  });
});

describe("A form that is too large", () => {
  it.each(["/login", "/settings/people", "/v/answer", "/no-such-page"])("is refused at %s with the limit named", async (path) => {
    const answered = await ask(ground, path, ground.cookies.administrator, { name: "x".repeat(257 * 1024) });
    expect(answered.status).toBe(413);
    expect(answered.body).toMatch(/KiB/);
  });

  it("is refused although it hides its length", async () => {
    const { origin } = ground.server;
    const chunk = new TextEncoder().encode("x".repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 6) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const headers = { Origin: origin, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    expect((await fetch(`${origin}/login`, init)).status).toBe(413);
  });
});
