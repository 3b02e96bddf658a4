import { describe, expect, it } from "vitest";
import { isDomainError } from "#app/domain/errors.ts";
import { readConfig } from "#app/server/platform/config.server.ts";
import { addressKey, createLimits, memoryLimitStore } from "#app/server/platform/limits.server.ts";

const start = new Date("2026-03-01T09:00:00.000Z");
const secondsLater = (seconds: number) => new Date(start.getTime() + seconds * 1000);

describe("a rate limit", () => {
  it("lets the allowed number through, then says how long to wait, then lets through again", async () => {
    const limits = createLimits(readConfig({ LIMIT_SIGN_IN_ACCOUNT: "3/15m" }).limits, memoryLimitStore());
    for (let attempt = 0; attempt < 3; attempt += 1) await limits.consume("sign_in_account", "ida@shop.example", secondsLater(attempt));
    const refused = await limits.consume("sign_in_account", "ida@shop.example", secondsLater(60)).catch((error: unknown) => error);
    expect(isDomainError(refused, "rate_limited") && refused.data.retryAfterSeconds).toBe(840);
    expect(isDomainError(refused) && refused.detail).toBe("Too many attempts. Wait 14 minutes, then try again.");
    await limits.consume("sign_in_account", "ida@shop.example", secondsLater(900));
  });

  it("counts each account and each kind of act by itself", async () => {
    const limits = createLimits(readConfig({ LIMIT_SIGN_IN_ACCOUNT: "1/15m", LIMIT_SETUP_IP: "1/15m" }).limits, memoryLimitStore());
    await limits.consume("sign_in_account", "a", start);
    await limits.consume("sign_in_account", "b", start);
    await limits.consume("setup_ip", "a", start);
    await expect(limits.consume("sign_in_account", "a", start)).rejects.toThrow(/rate_limited/);
    await limits.reset("sign_in_account", "a");
    await limits.consume("sign_in_account", "a", start);
  });

  it("is shared by all addresses of one home network", () => {
    expect(addressKey("192.0.2.7")).toBe("192.0.2.7");
    expect(addressKey("::ffff:192.0.2.7")).toBe("192.0.2.7");
    expect(addressKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(addressKey("2001:0db8:1:2::9")).toBe(addressKey("2001:db8:0001:2:ffff::1"));
    expect(addressKey("::1")).toBe("0:0:0:0::/64");
  });
});
