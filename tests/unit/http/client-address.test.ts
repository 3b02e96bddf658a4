import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { addressReader } from "#app/http/client-address.server.ts";

function from(remoteAddress: string, headers: Record<string, string>): IncomingMessage {
  return { socket: { remoteAddress }, headers: { ...headers }, rawHeaders: Object.entries(headers).flat() } as unknown as IncomingMessage;
}

describe("whose address counts", () => {
  it("believes no forwarding header when no proxy is declared, and removes it", () => {
    const incoming = from("203.0.113.9", { "x-forwarded-for": "198.51.100.1", "x-forwarded-host": "evil.example" });
    expect(addressReader([])(incoming)).toBe("203.0.113.9");
    expect(incoming.headers).toEqual({});
    expect(incoming.rawHeaders).toEqual([]);
  });

  it("believes a declared proxy, and of its list only what that proxy itself added", () => {
    const read = addressReader(["127.0.0.0/8", "::1/128"]);
    expect(read(from("127.0.0.1", { "x-forwarded-for": "10.9.9.9, 198.51.100.1" }))).toBe("198.51.100.1");
    expect(read(from("::ffff:127.0.0.1", { "x-forwarded-for": "198.51.100.2" }))).toBe("198.51.100.2");
    expect(read(from("203.0.113.9", { "x-forwarded-for": "198.51.100.1" }))).toBe("203.0.113.9");
    expect(read(from("127.0.0.1", { "x-forwarded-for": "not an address" }))).toBe("127.0.0.1");
  });
});
