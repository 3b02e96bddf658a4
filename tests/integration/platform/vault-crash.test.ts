// The vault when its process dies or its disk is full: what was acknowledged is there and whole, nothing else looks like a file.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileRow } from "#app/server/platform/vault.server.ts";
import { aVault, filesBelow, isOnDisk } from "./a-vault.ts";

const outDir = fileURLToPath(new URL(`../../../node_modules/.cache/vouchsafe/crash-${process.pid}`, import.meta.url));
const program = join(outDir, "store-until-killed.js");

beforeAll(async () => {
  const entry = fileURLToPath(new URL("./store-until-killed.ts", import.meta.url));
  await build({ configFile: false, logLevel: "error", build: { ssr: entry, outDir, target: "node20" } });
});

afterAll(() => rmSync(outDir, { recursive: true, force: true }));

function lines(output: string): string[] {
  // The last line may have been cut by the kill: then it was not acknowledged.
  return output.split("\n").slice(1, -1);
}

/** Kills one process `afterMs` after its first acknowledged file, so in the midst of the next; returns the acknowledged rows. */
async function storeUntilKilled(dataDir: string, number: number, afterMs: number): Promise<FileRow[]> {
  const child = spawn(process.execPath, [program, dataDir, String(number)], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const closed = once(child, "close");
  while (lines(output).length === 0 && child.exitCode === null) await Promise.race([once(child.stdout, "data"), closed]);
  await pause(afterMs);
  child.kill("SIGKILL");
  await closed;
  return lines(output).map((line) => JSON.parse(line) as FileRow);
}

describe("the vault under kill -9", () => {
  it("loses no acknowledged file in fifty kills, and leaves nothing but whole files and what the janitor removes", async () => {
    const { vault, dataDir } = await aVault();
    const rows: FileRow[] = [];
    let leftovers = 0;
    for (let kill = 0; kill < 50; kill += 2) {
      const pair = [kill, kill + 1].map((number) => storeUntilKilled(dataDir, number, (number * 37) % 90));
      for (const acknowledged of await Promise.all(pair)) rows.push(...acknowledged);
      leftovers += filesBelow(join(dataDir, "blobs", ".incoming")).length;
      if (kill % 10 === 0) await vault.sweepTemporaryFiles(-60_000);
    }
    expect(rows.length).toBeGreaterThanOrEqual(50);
    expect(leftovers, "no kill hit a file half written: the test shows nothing").toBeGreaterThan(0);
    for (const row of rows) await vault.verify(row);
    await vault.sweepTemporaryFiles(-60_000);
    const left = filesBelow(join(dataDir, "blobs"));
    expect(left.length).toBeGreaterThanOrEqual(rows.length);
    for (const path of left) expect(`${createHash("sha256").update(readFileSync(path)).digest("hex")}.age`).toBe(basename(path));
    expect(isOnDisk(dataDir, Buffer.from("CANARY-"))).toBe(false);
    const named = new Set(rows.map((row) => row.blobKey));
    await vault.sweepOrphans(-60_000, async () => named);
    expect(filesBelow(join(dataDir, "blobs"))).toHaveLength(rows.length);
  }, 240_000);
});

describe("the vault on a full disk", () => {
  it("refuses the file with a hint to try again, keeps none of it, and still hands out the others", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "full-"));
    // Files may grow to 200 KiB only, which the system answers as it does a full disk.
    const child = spawn("bash", ["-c", `ulimit -f 200; exec "$0" "$@"`, process.execPath, program, dataDir, "1"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    await once(child, "close");
    const said = lines(output).map((line) => JSON.parse(line) as FileRow & { refused?: string });
    expect(said.at(-1)?.refused).toBe("There is no room left to store files. Nothing was saved; try again later.");
    const { vault } = await aVault(dataDir);
    const stored = said.slice(0, -1);
    expect(stored.length).toBeGreaterThan(0);
    for (const row of stored) await vault.verify(row);
    expect(filesBelow(join(dataDir, "blobs"))).toHaveLength(stored.length);
  });
});
