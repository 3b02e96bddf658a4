import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allVariables, ConfigError, type Environment, environment, readConfig } from "#app/server/platform/config.server.ts";

function problemsOf(env: Environment): readonly { name: string; mend: string }[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("the configuration", () => {
  it("works without any variable, on this machine alone", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      mode: "development",
      port: 3000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
      databaseUrl: "",
      trustedProxy: [],
    });
    expect(config.uploadMaxBytes).toBe(26_214_400);
    expect(config.limits.sign_in_account).toEqual({ points: 10, seconds: 900 });
    expect(config.dataDir).toMatch(/^\/.*data$/);
  });

  it("follows the port in the address people use", () => {
    expect(readConfig({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  });

  it("names every wrong variable at once, with what to write instead", () => {
    const problems = problemsOf({
      PORT: "99999",
      TIME_ZONE: "Mars/Olympus",
      LOG_LEVEL: "loud",
      UPLOAD_MAX_BYTES: "lots",
      TRUSTED_PROXY: "10.0.0.0/99",
    });
    expect(problems.map((problem) => problem.name)).toEqual(["PORT", "TRUSTED_PROXY", "TIME_ZONE", "LOG_LEVEL", "UPLOAD_MAX_BYTES"]);
    for (const problem of problems) expect(problem.mend).toMatch(/^write /);
  });

  it("never repeats the value of a wrong variable", () => {
    const canary = "canary-3f9c";
    const env = Object.fromEntries(allVariables.map((variable) => [variable.name, `\n${canary} <>`]));
    const error = (() => {
      try {
        return readConfig(env);
      } catch (thrown) {
        return thrown as Error;
      }
    })();
    expect(String((error as Error).stack)).not.toContain(canary);
    expect((error as ConfigError).problems.length).toBeGreaterThan(20);
  });

  it("is completed from a file .env, the process's own variables first", () => {
    const folder = mkdtempSync(join(tmpdir(), "config-"));
    writeFileSync(join(folder, ".env"), 'TIME_ZONE=Europe/Berlin\nNODE_ENV=production\nORGANISATION_NAME="Lantern Shop"\n');
    expect(readConfig(environment(folder))).toMatchObject({ timeZone: "Europe/Berlin", mode: "test", organisationName: "Lantern Shop" });
    expect(environment(tmpdir())).not.toHaveProperty("ORGANISATION_NAME");
  });

  it("takes each variable from a file as well", () => {
    const file = join(mkdtempSync(join(tmpdir(), "config-")), "url");
    writeFileSync(file, "postgres://portal:s3cr3t@db.internal:5432/portal\n");
    expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe("postgres://portal:s3cr3t@db.internal:5432/portal");
    expect(problemsOf({ DATABASE_URL_FILE: file, DATABASE_URL: "postgres://x@y/z" })[0]?.mend).toBe(
      "set DATABASE_URL or DATABASE_URL_FILE, not both",
    );
    expect(problemsOf({ DATABASE_URL_FILE: "/nowhere/at-all" })[0]).toMatchObject({ name: "DATABASE_URL_FILE" });
  });

  it("has no value that turns a rate limit off", () => {
    for (const value of ["0/15m", "off", "", "-1/1m", "10/0s", "999999/1s", "10/99h"])
      if (value !== "") expect(problemsOf({ LIMIT_SIGN_IN_ACCOUNT: value })).toHaveLength(1);
    expect(readConfig({ LIMIT_SIGN_IN_ACCOUNT: "" }).limits.sign_in_account.points).toBe(10);
  });

  it("reads the trusted proxies as address ranges", () => {
    expect(readConfig({ TRUSTED_PROXY: "loopback, 10.1.0.0/16" }).trustedProxy).toEqual(["127.0.0.0/8", "::1/128", "10.1.0.0/16"]);
  });

  it("takes only scheme and host as the public address", () => {
    for (const url of ["https://a.example/path", "ftp://a.example", "https://u:p@a.example", "vendors.example", "https://a.example/?x"])
      expect(problemsOf({ PUBLIC_URL: url })[0]?.name).toBe("PUBLIC_URL");
    expect(readConfig({ PUBLIC_URL: "https://A.example/" }).publicUrl).toBe("https://a.example");
  });
});

describe("in production", () => {
  const production = { NODE_ENV: "production" };

  it("the portal starts on localhost without TLS", () => {
    expect(problemsOf(production)).toEqual([]);
    expect(problemsOf({ ...production, PUBLIC_URL: "http://127.0.0.1:3000" })).toEqual([]);
  });

  it("plain HTTP is refused elsewhere, and so is a missing declaration of the proxy that ends TLS", () => {
    expect(problemsOf({ ...production, PUBLIC_URL: "http://portal.example" }).map((p) => p.name)).toEqual(["PUBLIC_URL", "TRUSTED_PROXY"]);
    expect(problemsOf({ ...production, PUBLIC_URL: "https://portal.example" }).map((p) => p.name)).toEqual(["TRUSTED_PROXY"]);
    expect(problemsOf({ ...production, PUBLIC_URL: "http://portal.example", TRUSTED_PROXY: "loopback" }).map((p) => p.name)).toEqual([
      "PUBLIC_URL",
    ]);
    expect(problemsOf({ ...production, PUBLIC_URL: "https://portal.example", TRUSTED_PROXY: "loopback" })).toEqual([]);
  });

  it("default passwords and weak keys are refused", () => {
    expect(problemsOf({ ...production, DATABASE_URL: "postgres://portal:postgres@db.internal/portal" })[0]?.name).toBe("DATABASE_URL");
    expect(problemsOf({ ...production, SMTP_URL: "smtp://portal:changeme@mail.internal" })[0]?.name).toBe("SMTP_URL");
    expect(problemsOf({ ...production, EVIDENCE_KEY: Buffer.alloc(32).toString("base64") })[0]?.name).toBe("EVIDENCE_KEY");
    expect(problemsOf({ ...production, EVIDENCE_KEY: Buffer.from("0123456789abcdef0123456789abcdef").toString("base64") })).toEqual([]);
  });
});
