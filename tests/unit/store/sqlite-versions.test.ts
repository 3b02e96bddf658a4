import { describe, expect, it } from "vitest";
import { isAtLeast, refuseUnsafeSqlite } from "#db/client-sqlite.server.ts";

describe("versions that lose data or crash are refused at start", () => {
  const good = { node: "20.19.0", driver: "12.11.1", sqlite: "3.53.2" };

  it("accepts the pinned driver with its SQLite", () => {
    expect(() => refuseUnsafeSqlite(good)).not.toThrow();
    expect(() => refuseUnsafeSqlite({ ...good, sqlite: "3.51.3" })).not.toThrow();
  });

  it.each(["3.51.2", "3.40.1", "3.9.99", "2.99.99"])("refuses SQLite %s, which can lose committed rows", (sqlite) => {
    expect(() => refuseUnsafeSqlite({ ...good, sqlite })).toThrow("3.51.3 or newer is needed");
  });

  it("refuses better-sqlite3 13 on Node 20, where it takes the process down, and accepts it on Node 22", () => {
    expect(() => refuseUnsafeSqlite({ ...good, driver: "13.0.0" })).toThrow("use Node 22 or newer");
    expect(() => refuseUnsafeSqlite({ node: "22.0.0", driver: "13.0.0", sqlite: "3.53.2" })).not.toThrow();
  });

  it("compares versions by number, not by letter", () => {
    expect(isAtLeast("3.100.0", [3, 51, 3])).toBe(true);
    expect(isAtLeast("3.51", [3, 51, 3])).toBe(false);
    expect(isAtLeast("4", [3, 51, 3])).toBe(true);
  });
});
