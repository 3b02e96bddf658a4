// Requests forged by another site: every way a hostile page can make a signed-in browser send something, against every door that takes
// a form. Whatever the door would do with an honest form, a forged one must leave no row behind (OWASP ASVS 5.0 V3.5.1).
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routeAccess } from "#app/domain/access/route-access.ts";
import { asks, type Door, doorsOf } from "#tests/support/doors.ts";
import { aProvingGround, type Ground } from "#tests/support/proving-ground.ts";

let ground: Ground;
let doors: Door[];

beforeAll(async () => {
  ground = await aProvingGround();
  doors = await doorsOf(ground);
}, 400_000);
afterAll(() => ground?.close());

const urlencoded = "application/x-www-form-urlencoded";
const evil = "https://evil.example";

interface Forgery {
  name: string;
  headers: Record<string, string>;
  method?: string;
  /** Put behind the path. */
  query?: string;
  suffix?: string;
}

const forgeries: readonly Forgery[] = [
  { name: "a form of another site", headers: { Origin: evil, "Sec-Fetch-Site": "cross-site" } },
  { name: "a form of another site in an old browser", headers: { Origin: evil } },
  { name: "a form of a sandboxed frame", headers: { Origin: "null", "Sec-Fetch-Site": "cross-site" } },
  { name: "a form of a sandboxed frame in an old browser", headers: { Origin: "null" } },
  { name: "a form without any origin", headers: {} },
  { name: "a form of a sibling subdomain", headers: { Origin: "http://static.localhost", "Sec-Fetch-Site": "same-site" } },
  { name: "a form typed into the address bar", headers: { "Sec-Fetch-Site": "none" } },
  { name: "our origin, while the browser says cross-site", headers: { Origin: "OURS", "Sec-Fetch-Site": "cross-site" } },
  { name: "another origin, while Sec-Fetch-Site says ours", headers: { Origin: evil, "Sec-Fetch-Site": "same-origin" } },
  { name: "a forged host behind which the origin looks right", headers: { Origin: evil, "X-Forwarded-Host": "evil.example" } },
  { name: "a data request", headers: { Origin: evil, "Sec-Fetch-Site": "cross-site" }, suffix: ".data" },
  { name: "an old data request", headers: { Origin: "OURS", "Sec-Fetch-Site": "same-origin" }, query: "?_data=root" },
  { name: "JSON sent as plain text", headers: { Origin: evil, "Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain" } },
  { name: "another method over a form", headers: { Origin: evil, "X-HTTP-Method-Override": "POST" }, method: "PUT" },
];

/** fetch may not set Sec-Fetch-Site "cross-site" everywhere nor send PUT bodies as hostile pages do; a bare request may. */
function send(path: string, method: string, headers: Record<string, string>, body: string): Promise<number> {
  const { origin } = ground.server;
  const ours = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value === "OURS" ? origin : value]));
  return new Promise((resolve, reject) => {
    const asked = request(origin + path, { method, headers: ours }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const writing = Object.entries(routeAccess).filter(([, row]) => row.write);
const refused = new Set([400, 403, 404, 405, 421]);

describe.each(writing)("%s", (id, row) => {
  it("does nothing for a forged form, whoever's browser sends it", async () => {
    const door = doors.find((each) => each.id === id);
    if (!door) throw new Error(`There is no door ${id}.`);
    const [[, path] = ["", ""]] = asks(door, "own", ground);
    const cookie = row.audience === "vendor" ? ground.cookies.vendorA : Object.values(ground.cookies).slice(0, 1).join("");
    const body = "intent=&name=Mallory&password=x&email=x%40evil.example";
    const before = ground.census();
    const complaints: string[] = [];
    for (const { name, headers, method = "POST", query = "", suffix = "" } of forgeries) {
      const address = `${path === "/" && suffix ? "/_root" : path}${suffix}${query}`;
      const status = await send(address, method, { "Content-Type": urlencoded, Cookie: cookie, ...headers }, body);
      if (!refused.has(status)) complaints.push(`${name}: ${method} ${address} answered ${status}`);
    }
    expect(complaints).toEqual([]);
    expect(ground.census()).toEqual(before);
  });
});

it("An honest form of our own page passes the same door", async () => {
  const headers = { "Content-Type": urlencoded, Origin: ground.server.origin, "Sec-Fetch-Site": "same-origin" };
  expect(await send("/login", "POST", headers, "email=&password=")).toBe(422);
});

it("A plain form whose origin the browser withheld, but vouched for, passes", async () => {
  const headers = { "Content-Type": urlencoded, Origin: "null", "Sec-Fetch-Site": "same-origin" };
  expect(await send("/login", "POST", headers, "email=&password=")).toBe(422);
});
