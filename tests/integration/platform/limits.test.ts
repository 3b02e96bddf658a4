// The counters of the rate limits in the database, on every engine.
import { expect, it } from "vitest";
import { readConfig } from "#app/server/platform/config.server.ts";
import { consumeInTx } from "#app/server/platform/limit-in-tx.server.ts";
import { createLimits } from "#app/server/platform/limits.server.ts";
import { storedLimits } from "#app/server/platform/stored-limits.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld } from "#tests/support/world.ts";

const start = new Date("2026-11-23T09:00:00Z");
const secondsLater = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const values = readConfig({ LIMIT_SIGN_IN_ACCOUNT: "10/15m" }).limits;

onEveryEngine("rate limits in the database", (engine) => {
  it("let exactly the allowed number through when all come at once, and begin anew when the window is over", async () => {
    const { store } = await aWorld({ engine });
    const [one, other] = [createLimits(values, storedLimits(store)), createLimits(values, storedLimits(store))];
    const burst = (at: Date) =>
      Promise.allSettled(
        Array.from({ length: 30 }, (_, index) => (index % 2 ? one : other).consume("sign_in_account", "ida@shop.example", at)),
      );
    const passed = (results: PromiseSettledResult<void>[]) => results.filter((result) => result.status === "fulfilled").length;
    expect(passed(await burst(start))).toBe(10);
    expect(passed(await burst(secondsLater(899)))).toBe(0);
    expect(passed(await burst(secondsLater(901)))).toBe(10);
    await one.reset("sign_in_account", "ida@shop.example");
    expect(passed(await burst(secondsLater(902)))).toBe(10);
    await other.consume("sign_in_account", "kim@shop.example", secondsLater(902));
  });

  it("count inside a transaction that writes anyway: refused at the limit, and the refusal leaves the count where it was", async () => {
    const { store, portal, organisationId } = await aWorld({ engine, env: { LIMIT_ANSWER_SAVE_VENDOR: "3/1h" } });
    const save = (at: Date) => store.tx(organisationId, (tx) => consumeInTx(tx, portal, "answer_save_vendor", "ven_1", at));
    const count = async () => (await store.systemTx((tx) => tx.db.select().from(tx.t.rateLimits))).map(({ points }) => points);
    for (const second of [0, 1, 2]) await save(secondsLater(second));
    for (const second of [3, 3599]) {
      const refusal: unknown = await save(secondsLater(second)).catch((error) => error);
      expect(refusal).toMatchObject({ code: "rate_limited", data: { retryAfterSeconds: 3600 - second, limit: "answer_save_vendor" } });
      expect(await count()).toEqual([3]);
    }
    await save(secondsLater(3600));
    expect(await count()).toEqual([1]);
  });

  it("keep no address and no token in the table", async () => {
    const { store } = await aWorld({ engine });
    await createLimits(values, storedLimits(store)).consume("link_open_ip", "canary-192.0.2.7", start);
    const rows = await store.systemTx((tx) => tx.db.select().from(tx.t.rateLimits));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("canary");
  });
});
