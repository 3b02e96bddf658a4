import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { refuse } from "#app/http/edge-guard.server.ts";

const portal = new URL("https://vendors.shop.example");

function ask(method: string, url: string, headers: Record<string, string> = {}): IncomingMessage {
  const all: Record<string, string> = { host: portal.host, ...headers };
  const rawHeaders = Object.entries(all).flat();
  return { method, url, headers: all, rawHeaders } as unknown as IncomingMessage;
}

describe("what the edge guard refuses before any of our code reads it", () => {
  it.each([
    ["a form from our own page", ask("POST", "/login", { "sec-fetch-site": "same-origin", origin: portal.origin }), undefined],
    [
      "a plain form of a browser that hides the origin",
      ask("POST", "/login", { "sec-fetch-site": "same-origin", origin: "null" }),
      undefined,
    ],
    ["an older browser that names our origin", ask("POST", "/login", { origin: portal.origin }), undefined],
    ["a form on another site", ask("POST", "/login", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }), 403],
    ["a form on a sibling subdomain", ask("POST", "/login", { "sec-fetch-site": "same-site", origin: "https://blog.shop.example" }), 403],
    ["an address typed by hand that posts", ask("POST", "/login", { "sec-fetch-site": "none" }), 403],
    ["a post without any sign of where it came from", ask("POST", "/login"), 403],
    ["a post whose origin is null and nothing vouches for it", ask("POST", "/login", { origin: "null" }), 403],
    [
      "a same-origin claim with a foreign origin beside it",
      ask("POST", "/login", { "sec-fetch-site": "same-origin", origin: "https://evil.example" }),
      403,
    ],
    ["the data form of old Remix", ask("POST", "/login?_data=routes%2Flogin", { "sec-fetch-site": "cross-site" }), 400],
    ["the data form of old Remix, encoded", ask("GET", "/login?%5fdata=routes%2Flogin"), 400],
    ["a method that changes without a form", ask("PUT", "/login", { origin: portal.origin }), 405],
    ["a method override", ask("DELETE", "/vendors/ven_1", { origin: portal.origin }), 405],
    ["TRACE", ask("TRACE", "/"), 405],
    ["another host", ask("GET", "/", { host: "evil.example" }), 421],
    ["a probe by address", ask("GET", "/healthz", { host: "127.0.0.1:3000" }), undefined],
    ["two slashes in front", ask("GET", "//evil.example"), 400],
    ["a backslash", ask("GET", "/\\evil.example"), 400],
    ["a zero byte", ask("GET", "/vendors?q=%00"), 400],
    ["broken percent-encoding", ask("GET", "/vendors/%E0%A4%A"), 400],
    ["an encoded lone surrogate", ask("GET", "/vendors?q=%ED%A0%80"), 400],
    ["a very long address", ask("GET", `/${"a".repeat(2100)}`), 414],
    ["a very deep address", ask("GET", "/a".repeat(40)), 414],
  ])("%s", (_name, incoming, status) => {
    expect(refuse(incoming, portal)?.status).toBe(status);
  });

  it("deletes an origin of null once the browser itself vouched for it, so that the framework does not stumble over it", () => {
    const incoming = ask("POST", "/login", { "sec-fetch-site": "same-origin", origin: "null" });
    refuse(incoming, portal);
    expect(incoming.headers.origin).toBeUndefined();
    expect(incoming.rawHeaders).not.toContain("null");
  });
});
