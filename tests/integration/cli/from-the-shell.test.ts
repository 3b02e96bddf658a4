// `vouchsafe` as it is called in a shell, in a copy of the program that was never built: what `npm ci` leaves behind.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commands } from "#app/cli/commands.ts";
import { vouchsafe } from "#tests/support/command-line.ts";
import { runFolder } from "#tests/support/engines.ts";

let program: string;
beforeAll(() => {
  program = mkdtempSync(join(runFolder(), "unbuilt-"));
  for (const part of ["app", "db", "questionnaires", "package.json", "tsconfig.json"])
    cpSync(part, join(program, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(program, "node_modules"));
});
afterAll(() => rmSync(program, { recursive: true }));

function shell(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "vouchsafe", "--", ...args], {
    cwd: program,
    encoding: "utf8",
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "" },
  });
  return { code: status, out: stdout, err: stderr };
}

it("works without a build, prints JSON and nothing else, and says with its exit code how it went", async () => {
  const linted = shell("questionnaires", "lint", "--json");
  expect({ code: linted.code, err: linted.err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(linted.out).length).toBeGreaterThanOrEqual(5);
  const nowhere = shell("audit", "verify", "--json");
  expect({ code: nowhere.code, out: nowhere.out }).toEqual({ code: 2, out: "" });
  expect(nowhere.err).toContain("There is no portal in");
  expect(existsSync(join(program, "build"))).toBe(false);
  expect(existsSync(join(program, "data"))).toBe(false);
});

it("lists every command with --help, and says how each is called", async () => {
  const { code, out } = await vouchsafe("--help");
  expect(code).toBe(0);
  for (const [name, load] of Object.entries(commands)) {
    const { summary, usage } = await load();
    expect(out).toContain(`${name} `);
    expect(out).toContain(summary);
    expect(await vouchsafe(name, "--help")).toEqual({ code: 0, out: `${summary}\n\n${usage}\n`, err: "" });
  }
});

it("refuses a command, a verb or an option there is not with 2, words, and nothing on standard output", async () => {
  const calls = [
    ["conjure"],
    ["--jsn"],
    ["audit"],
    ["audit", "erase"],
    ["audit", "verify", "--jsn"],
    ["audit", "verify", "more"],
    ["config", "--jsn"],
    ["config", "more"],
    ["people"],
    ["people", "remove"],
    ["questionnaires", "dance"],
    ["questionnaires", "lint", "--jsn"],
    ["questionnaires", "preview"],
    ["questionnaires", "preview", "--jsn", "x.yaml"],
    ["questionnaires", "schema", "--jsn"],
    ["questionnaires", "schema", "more"],
    ["score", "--jsn"],
    ["score", "more"],
    ["verify", "--jsn"],
    ["verify"],
  ];
  for (const args of calls) {
    const { code, out, err } = await vouchsafe(...args);
    expect({ args, code, out }).toEqual({ args, code: 2, out: "" });
    expect(err).toMatch(/^vouchsafe/);
  }
});
