// `npm start` as an operator runs it: what it refuses and with which words, what it leaves on the disk, and who may set an empty portal up.
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { demoMarker } from "#app/cli/demo/marker.ts";
import { freePort } from "#app/cli/free-port.ts";
import { oldestNode } from "#app/node-version.ts";
import { runFolder } from "#tests/support/engines.ts";
import { httpBrowser } from "#tests/support/http-browser.ts";
import { startPortalProcess } from "#tests/support/portal-process.ts";

const aFolder = () => join(mkdtempSync(join(runFolder(), "start-")), "data");

function npmStart(env: Record<string, string>, command = ["npm", "run", "-s", "start"], cwd = "."): SpawnSyncReturns<string> {
  const given = { NODE_ENV: "production" as const, PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...env };
  return spawnSync(command[0]!, command.slice(1), { encoding: "utf8", env: given, cwd });
}

describe("npm start", () => {
  it.each([
    ["an unknown value", { PORT: "many", LOG_LEVEL: "loud" }, ["PORT: write a whole number", "LOG_LEVEL: write fatal"]],
    ["plain HTTP", { PUBLIC_URL: "http://vendors.shop.example", TRUSTED_PROXY: "loopback" }, ["PUBLIC_URL: must begin with https://"]],
    ["an undeclared proxy", { PUBLIC_URL: "https://vendors.shop.example" }, ["TRUSTED_PROXY: name the reverse proxy"]],
    ["a default password", { DATABASE_URL: "postgres://vouchsafe:changeme@db.example/v" }, ["DATABASE_URL: replace the default password"]],
    ["a weak key", { EVIDENCE_KEY: "A".repeat(43) }, ["EVIDENCE_KEY: write 32 random bytes"]],
  ])("refuses %s, names the variable and what to write, and makes nothing", (_, env, words) => {
    const dataDir = aFolder();
    const { status, stdout, stderr } = npmStart({ DATA_DIR: dataDir, ...env });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    for (const part of words) expect(stderr).toContain(part);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toContain("changeme");
    expect(existsSync(dataDir)).toBe(false);
  });

  it("refuses a folder that holds the demo company", () => {
    const dataDir = mkdtempSync(join(runFolder(), "start-"));
    writeFileSync(join(dataDir, demoMarker), "");
    const { status, stderr } = npmStart({ DATA_DIR: dataDir });
    expect(status).toBe(1);
    expect(stderr).toContain(`${dataDir} holds the demo company.`);
    expect(readdirSync(dataDir)).toEqual([demoMarker]);
  });
});

/** Runs before the program and makes it believe that Node is of another version. */
const asNode = (version: string) =>
  `--import=data:text/javascript,${encodeURIComponent(`Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`)}`;

describe("a machine that is too old", () => {
  const main = [process.execPath, "build/main.js"];

  it.each(["18.20.4", "20.18.9"])("with Node %s is told which one is needed, by npm start and by the built server", (version) => {
    const words = `Node ${version} is too old: install Node 20.19 or newer.\n`;
    for (const command of [["npm", "run", "-s", "start"], main]) {
      const dataDir = aFolder();
      const { status, stderr } = npmStart({ DATA_DIR: dataDir, NODE_OPTIONS: asNode(version) }, command);
      expect({ status, stderr }).toEqual({ status: 1, stderr: words });
      expect(existsSync(dataDir)).toBe(false);
    }
  });

  it("is measured by what package.json asks for", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
    expect(engines.node).toBe(`>=${oldestNode.join(".")}`);
  });
});

describe("a broken questionnaire", () => {
  it.each([
    [
      "unknown-question",
      "16:80: error: The condition asks “nobody”, which is not in this file. Name an earlier question. [unknown-question]",
    ],
    ["wrong-type", "15:20: error: A weight is a whole number. Correct “weight”. [grammar]"],
  ])("refuses the start with file, line and mend: %s", (id, says) => {
    const folder = mkdtempSync(join(runFolder(), "start-"));
    cpSync("questionnaires", join(folder, "questionnaires"), { recursive: true });
    mkdirSync(join(folder, "questionnaires", id));
    copyFileSync(`tests/fixtures/questionnaires/${id}.yaml`, join(folder, "questionnaires", id, "1.0.0.yaml"));
    const main = [process.execPath, resolve("build/main.js")];
    const { status, stdout, stderr } = npmStart({ DATA_DIR: join(folder, "data") }, main, folder);
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: `questionnaires/${id}/1.0.0.yaml:${says}\n` });
  });
});

describe("npm run demo", () => {
  it("says in one sentence that its port is taken", async () => {
    const dataDir = mkdtempSync(join(runFolder(), "demo-"));
    writeFileSync(join(dataDir, demoMarker), "ready {}");
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const { status, stderr } = npmStart({ DATA_DIR: dataDir, PORT: String(port) }, ["node_modules/.bin/tsx", "app/cli/demo.ts"]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `Port ${port} is in use by another program. Set PORT to a free one.\n` });
    await new Promise((resolve) => other.close(resolve));
  });
});

describe("the production server", () => {
  it("says in one sentence that its port is taken or its database away", async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const main = [process.execPath, "build/main.js"];
    const taken = npmStart({ DATA_DIR: aFolder(), PORT: String(port), LOG_LEVEL: "silent" }, main);
    expect({ status: taken.status, stderr: taken.stderr }).toEqual({
      status: 1,
      stderr: `Port ${port} is in use by another program. Set PORT to a free one.\n`,
    });
    await new Promise((resolve) => other.close(resolve));
    const away = npmStart({ DATA_DIR: aFolder(), DATABASE_URL: `postgres://nobody:x9-lantern@127.0.0.1:${port}/none` }, main);
    expect(away.status).toBe(1);
    expect(away.stderr).toMatch(/^The database cannot be reached/);
    expect(away.stderr).not.toMatch(/^\s+at |x9-lantern/m);
  });

  it("starts empty, is set up with the code of its log and by nobody else, and writes to its data folder alone", async () => {
    const dataDir = aFolder();
    const before = readdirSync(".").sort();
    const portal = await startPortalProcess({ dataDir, port: await freePort() });
    const code = /"code":"([\w-]+)"/.exec(portal.lines.join("\n"))?.[1] ?? "";
    expect(code).toMatch(/^[\w-]{12}$/);
    const anybody = httpBrowser(portal.origin);
    const password = "seven lanterns on the quay";
    const form = { organisation: "Lantern Shop", name: "Mara", email: "mara@lantern.example", password, repeated: password };
    expect((await anybody.get("/setup")).html).not.toContain(code);
    expect((await anybody.post("/setup", { ...form, code: "another-code" })).status).toBe(422);
    expect((await anybody.post("/setup", { ...form, code })).path).toBe("/login?password-set");
    expect((await anybody.post("/setup", { ...form, code })).status).toBe(404);
    expect(await portal.stop()).toBe(0);
    const secrets = join(dataDir, "secrets");
    expect(readdirSync(secrets).length).toBeGreaterThan(0);
    for (const name of readdirSync(secrets))
      if (!name.endsWith(".pem") || name.includes("key")) expect(statSync(join(secrets, name)).mode & 0o777).toBe(0o600);
    expect(statSync(secrets).mode & 0o077).toBe(0);
    expect(readdirSync(".").sort()).toEqual(before);
  });
});
