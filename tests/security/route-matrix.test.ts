// Every route × every way to ask × everybody who may ask × whose object it is, over the socket of the built server. What must come out is
// computed from the policy table and route-access.ts, so a route written tomorrow is tested tomorrow.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Permission, policy, type Reach, type Subject } from "#app/domain/access/policy.ts";
import { type Role, roles } from "#app/domain/access/roles.ts";
import { type RouteAccess, routeAccess } from "#app/domain/access/route-access.ts";
import { type Answered, ask, asks, type Door, documentForm, doorsOf, intentsOf, isSignInDoor, sameShape } from "#tests/support/doors.ts";
import { aProvingGround, type Ground } from "#tests/support/proving-ground.ts";

type Visitor = "anonymous" | "disabled" | "vendorA" | "vendorB" | Role;
const visitors: readonly Visitor[] = ["anonymous", "disabled", "vendorA", "vendorB", ...roles];
type Whose = "own" | "sibling" | "foreign" | "nobody";

let ground: Ground;
let doors: Door[];

beforeAll(async () => {
  ground = await aProvingGround();
  doors = await doorsOf(ground);
}, 400_000);
afterAll(() => ground?.close());

const isStaff = (visitor: Visitor): visitor is Role => (roles as readonly string[]).includes(visitor);
const cookieOf = (visitor: Visitor): string | undefined => (visitor === "anonymous" ? undefined : ground.cookies[visitor]);

/** What the table promises: in = let in, out = shown the door, forbidden = 403, hidden = 404, maybe = depends on the object's state. */
type Promised = "in" | "out" | "forbidden" | "hidden" | "maybe";

function reachOf(visitor: Visitor, permission: Permission | undefined): Reach | "none" {
  if (permission === undefined) return "any";
  const subject: Subject = visitor === "vendorA" || visitor === "vendorB" ? "vendor" : (visitor as Role);
  return policy[permission].cells[subject] ?? "none";
}

function promised(row: RouteAccess, visitor: Visitor, permission: Permission | undefined, whose: Whose): Promised {
  if (row.audience === "public") return whose === "nobody" ? "hidden" : "in";
  const isVendor = visitor === "vendorA" || visitor === "vendorB";
  if (row.audience === "staff" ? !isStaff(visitor) : !isVendor) return "out";
  const reach = reachOf(visitor, permission);
  const isUnknown =
    whose === "nobody" || whose === "foreign" || (isVendor && row.object && whose !== (visitor === "vendorA" ? "own" : "sibling"));
  if (row.object && isUnknown) return reach === "none" ? "forbidden" : "hidden";
  if (reach === "none") return "forbidden";
  if (reach === "decision" || (reach === "own" && isStaff(visitor) && whose !== "own")) return "maybe";
  return "in";
}

/** Of several permissions any one suffices. */
function promisedToReader(row: RouteAccess, visitor: Visitor, whose: Whose): Promised {
  if (row.read === undefined) return promised(row, visitor, undefined, whose);
  const promises = [row.read].flat().map((permission) => promised(row, visitor, permission, whose));
  return promises.find((promise) => promise === "in") ?? promises.find((promise) => promise === "maybe") ?? promises[0] ?? "in";
}

function complain(answered: Answered, promise: Promised, row: RouteAccess, whose: Whose): string | undefined {
  const { status } = answered;
  const isDoor = isSignInDoor(answered, row.audience);
  if (status >= 500) return `answered ${status}`;
  // A public page may say "not now" in its own status, but it forbids nobody.
  if (row.audience === "public" && promise === "in" && !row.object) return status === 403 ? "forbids on a public page" : undefined;
  switch (promise) {
    case "out":
      return isDoor || status === 401 ? undefined : `let in (${status})`;
    case "hidden":
      return status === 404 ? undefined : `showed an unknown object (${status})`;
    case "forbidden":
      // An object that must look unknown may answer 404 before the right is asked for.
      return status === 403 || (status === 404 && whose !== "own" && row.object) ? undefined : `did what is forbidden (${status})`;
    case "maybe":
      return status === 401 || isDoor ? `refused to know who asks (${status})` : undefined;
    case "in":
      return [401, 403, 404].includes(status) || (isDoor && row.audience !== "public") ? `refused what is allowed (${status})` : undefined;
  }
}

function scopesOf(row: RouteAccess): Whose[] {
  if (!row.object) return ["own"];
  if (row.object.type === "report" || row.object.type === "letter") return ["own", "foreign", "nobody"];
  return row.object.type === "token" ? ["own", "nobody"] : ["own", "sibling", "foreign", "nobody"];
}

it("Every route and handler of the built server has a row, and every row a route", () => {
  expect(doors.map(({ id }) => id).sort()).toEqual(Object.keys(routeAccess).sort());
});

describe.each(Object.keys(routeAccess))("%s", (id) => {
  const row = routeAccess[id] as RouteAccess;

  it("is read by whom the policy lets in, and by nobody else, and reading changes nothing", async () => {
    const door = doors.find((each) => each.id === id);
    if (!door?.reads) return expect(row.read).toBeUndefined();
    const before = ground.census();
    const complaints: string[] = [];
    for (const whose of scopesOf(row)) {
      for (const [form, path] of asks(door, whose, ground)) {
        const unknown: Answered[] = [];
        for (const visitor of visitors) {
          const answered = await ask(ground, path, cookieOf(visitor));
          const complaint = complain(answered, promisedToReader(row, visitor, whose), row, whose);
          if (complaint) complaints.push(`${form} ${path} of ${whose} for ${visitor}: ${complaint}`);
          if (answered.status === 404) unknown.push(answered);
        }
        if (unknown.length > 1 && !sameShape(unknown)) complaints.push(`${form} ${path}: unknown objects look different`);
      }
    }
    expect(complaints).toEqual([]);
    expect(changesBetween(before, ground.census())).toEqual([]);
  }, 300_000);

  it("takes a form from whom the policy lets write, and refuses everybody else without a trace", async () => {
    const door = doors.find((each) => each.id === id);
    if (!door?.writes) return expect(row.write ?? []).toEqual([]);
    if (!row.write) return expect((await ask(ground, asks(door, "own", ground)[0]?.[1] ?? "", undefined, {})).status).toBe(404);
    const complaints: string[] = [];
    for (const intent of intentsOf(id)) {
      for (const whose of scopesOf(row).filter((scope) => scope !== "sibling" || row.audience === "vendor")) {
        const [[, path] = ["", ""]] = asks(door, whose, ground);
        for (const visitor of visitors) {
          const session = id === "routes/logout/route" && isStaff(visitor) ? await ground.newSession(visitor) : cookieOf(visitor);
          const before = ground.census();
          const form = !door.isRemix && /evidence/.test(door.path) ? documentForm(ground) : { intent };
          const answered = await ask(ground, path, session, form);
          const promises = (row.write ?? []).map((permission) => promised(row, visitor, permission, whose));
          const complaint = complainOfWrite(answered, promises, row);
          if (complaint) complaints.push(`POST ${path} intent "${intent}" of ${whose} by ${visitor}: ${complaint}`);
          const isRefused = promises.every((promise) => promise === "out" || promise === "forbidden" || promise === "hidden");
          const changed = changesBetween(before, ground.census());
          if (isRefused && row.audience !== "public" && changed.length > 0)
            complaints.push(`POST ${path} intent "${intent}" of ${whose} by ${visitor} changed ${changed.join(", ")}`);
        }
      }
    }
    expect(complaints).toEqual([]);
  }, 300_000);
});

/** An empty form may be refused for its emptiness (422) before a right is asked for: nothing is saved either way. */
function complainOfWrite(answered: Answered, promises: readonly Promised[], row: RouteAccess): string | undefined {
  const { status } = answered;
  const isDoor = isSignInDoor(answered, row.audience);
  if (status >= 500) return `answered ${status}`;
  if (promises.every((promise) => promise === "out")) return isDoor || status === 401 ? undefined : `let in (${status})`;
  const isRefusal = [403, 404, 409, 413, 415, 422].includes(status);
  if (promises.every((promise) => promise === "forbidden" || promise === "hidden")) {
    const isUploadRefusal = status === 303 && answered.location?.includes("upload-error=");
    return isRefusal || isUploadRefusal || row.audience === "public" ? undefined : `did what is forbidden (${status})`;
  }
  if (promises.every((promise) => promise === "in") && row.audience !== "public")
    return status === 401 || status === 403 || (isDoor && row.write?.[0] !== "session.end")
      ? `refused what is allowed (${status})`
      : undefined;
  return undefined;
}

/** Tables with more or fewer rows. Sensitive reads are recorded in the audit log, and counters of rate limits are no data. */
const recordedReads = new Set(["audit_entries", "rate_limits"]);

function changesBetween(before: Record<string, number>, after: Record<string, number>): string[] {
  return Object.keys(after).filter((table) => !recordedReads.has(table) && after[table] !== before[table]);
}
