import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createLogger, logSecurity } from "#app/server/platform/logger.server.ts";
import { redactText } from "#app/server/platform/redact.server.ts";

function aLog() {
  const lines: string[] = [];
  const logger = createLogger({ logLevel: "trace" }, { write: (line: string) => void lines.push(line) });
  return { logger, lines, text: () => lines.join("") };
}

describe("the log", () => {
  it("holds no canary, wherever it was put", () => {
    const token = randomBytes(32).toString("base64url");
    const canary = "cAnArY-7731";
    const { logger, text } = aLog();
    const error = Object.assign(new Error(`POST /v/${token}/start failed`), {
      password: canary,
      cause: new Error(`cookie __Host-staff=${canary}`),
    });
    logger.info({ headers: { cookie: canary, authorization: `Bearer ${canary}`, "set-cookie": [canary] } }, "request");
    logger.info({ headers: new Headers({ Cookie: canary }) }, "request");
    logger.info({ form: { email: "ida@shop.example", password: canary, new_password: canary, accessToken: canary } }, "sign in");
    logger.info({ url: `https://portal.example/v/${token}?x=1`, path: `/v/${token}` }, `opened /v/${token}`);
    logger.info({ deep: [{ deeper: { wrappedKey: canary, key: Buffer.from(canary) } }] }, "deep %s", `Authorization: Basic ${canary}`);
    logger.error(error);
    logger.error({ err: error }, "failed");
    logger.error(error, `failed with ?token=${canary}&x=1`);
    logger.warn(`smtp://portal:${canary}@mail.internal is down`);
    logger.warn(token);
    logger.child({ session: token, cookie: canary }).child({ pass: canary }).info("child");
    logSecurity(logger, "authn_login_fail", { password: canary, url: `/v/${token}` });
    expect(text()).not.toContain(canary);
    expect(text()).not.toContain(token);
    expect(text()).toContain("/v/…");
    expect(text()).toContain("ida@shop.example");
  });

  it("keeps what an operator needs: ids, fingerprints, addresses, file names", () => {
    const kept = [
      "ven_0199aabbccddeeff00112233445566ff",
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      "evidence/9f/86/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.age",
      "/vendors/ven_1?state=active&page=2",
      "at app/server/assessments/answer-a-very-long-question-about-everything-we-ask.server.ts:12:3",
    ];
    for (const text of kept) expect(redactText(text)).toBe(text);
  });

  it("writes one event as one line, whatever was put into it", () => {
    const { logger, lines } = aLog();
    logger.info({ name: 'a\r\n{"level":"fatal","msg":"forged"}\u2028\u001b[31m' }, "vendor\nregistered");
    expect(lines).toHaveLength(1);
    expect(lines[0]!.trimEnd().split(/[\r\n]/)).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: "info" });
  });

  it("cuts long fields without leaving half a secret at the edge", () => {
    const token = randomBytes(64).toString("base64url");
    const cut = redactText(`${"x ".repeat(2040)}${token}${" y".repeat(500_000)}`);
    expect(cut.length).toBeLessThan(4200);
    expect(cut).not.toContain(token.slice(0, 12));
  });

  it("stays fast on hostile texts", () => {
    const began = performance.now();
    for (const text of [
      "sid".repeat(200_000),
      "a://".repeat(100_000),
      "-----BEGIN PRIVATE KEY".repeat(20_000),
      "/v/".repeat(100_000),
      "session".repeat(99_999),
    ])
      redactText(text);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it("survives circles, getters and very deep data", () => {
    const { logger, lines } = aLog();
    const circle: Record<string, unknown> = { name: "circle" };
    circle.self = circle;
    logger.info(circle, "circle");
    logger.info({ big: 12n, when: new Date(Number.NaN), fn: () => 1 }, "odd");
    expect(lines).toHaveLength(2);
  });
});
