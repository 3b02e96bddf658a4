import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { runCommand } from "#app/cli/run.ts";
import { allVariables, readConfig } from "#app/server/platform/config.server.ts";

async function vouchsafe(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join(""), err: err.join("") };
}

const example = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8");

describe("vouchsafe config", () => {
  it("prints every variable once, with its default and what it is", async () => {
    const { out } = await vouchsafe("config");
    for (const { name, description } of allVariables) {
      expect(out).toContain(description);
      expect(out.split("\n").filter((line) => line.startsWith(`${name} `))).toHaveLength(1);
    }
  });

  it("prints nothing but JSON when asked for JSON", async () => {
    expect(JSON.parse((await vouchsafe("config", "--json")).out)).toHaveLength(allVariables.length);
  });

  it("makes .env.example, which is committed as it is made: npm run -s vouchsafe -- config --env-example > .env.example", async () => {
    expect((await vouchsafe("config", "--env-example")).out).toBe(example);
  });

  it("gives defaults that are taken as they stand once their comment mark is removed", () => {
    const given = parseEnv(example.replace(/^# ([A-Z_]+=)/gm, "$1"));
    expect(Object.keys(given).sort()).toEqual(allVariables.map((variable) => variable.name).sort());
    expect(readConfig(given)).toEqual(readConfig({}));
  });

  it("lists names that nobody else's variable has", () => {
    expect(new Set(allVariables.map((variable) => variable.name)).size).toBe(allVariables.length);
  });
});
