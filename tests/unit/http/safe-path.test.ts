import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safePath } from "#app/server/platform/safe-redirect.server.ts";

describe("where a sign-in may lead", () => {
  it.each([
    ["/vendors?tier=1", "/vendors?tier=1"],
    ["//evil.example", "/"],
    ["/.//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example", "/"],
    ["/%0d%0aSet-Cookie:x", "/%0d%0aSet-Cookie:x"],
    ["/a b", "/"],
    ["", "/"],
    [null, "/"],
  ])("%s leads to %s", (target, expected) => {
    expect(safePath(target)).toBe(expected);
  });

  it("never leads to another site, whatever is asked for", () => {
    const pieces = fc.constantFrom("/", "\\", ".", "..", "//", "%2f", "%5c", "@", ":", "evil.example", "http:", "\t", "\n", "?", "#", "a");
    const target = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join("")}`),
      fc.webUrl(),
      fc.string(),
    );
    fc.assert(
      fc.property(target, (text) => {
        const path = safePath(text);
        expect(new URL(path, "https://portal.example").origin).toBe("https://portal.example");
        expect(path.startsWith("//")).toBe(false);
      }),
      { seed: 20261123, numRuns: 20_000 },
    );
  });
});
