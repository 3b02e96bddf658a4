// Which database engines this run tests: the embedded one always, and PostgreSQL as good as this machine has it.
// The first world on an engine makes a migrated template; every world is a copy of it. Processes of one run share both.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, inject } from "vitest";
import { type Engine, postgresKind } from "./postgres.ts";

export const engines: readonly Engine[] = ["sqlite", postgresKind().engine];

/** Runs the block once per engine; its name is put behind the title. */
export function onEveryEngine(title: string, block: (engine: Engine) => void): void {
  for (const engine of engines) describe(`${title} (${engine})`, () => block(engine));
}

/** Says in the run's summary what this machine could not test. */
export function noteNotRun(count: number, reason: string): void {
  const file = process.env.VOUCHSAFE_NOT_RUN;
  if (file) appendFileSync(file, `${count}\t${reason}\n`);
}

/**
 * For tests that need several connections; on a machine with PGlite only, `testsInBlock` are listed as not run.
 * `wanted` narrows it to one engine, for what exists there only.
 */
export function onEveryServer(
  title: string,
  testsInBlock: number,
  block: (engine: Engine) => void,
  wanted: readonly Engine[] = engines,
): void {
  const servers = engines.filter((engine) => engine !== "pglite" && wanted.includes(engine));
  for (const engine of servers) describe(`${title} (${engine})`, () => block(engine));
  if (engines.includes("pglite")) noteNotRun(testsInBlock, `${title}: PGlite has one connection`);
}

export function runFolder(): string {
  return inject("runFolder");
}

/**
 * Makes something once per run, whichever test process comes first; the others wait for it. Returns the text `make` returned.
 * When `make` fails, every waiting process tries for itself, so each shows the error.
 */
export async function oncePerRun(name: string, make: () => Promise<string>): Promise<string> {
  const result = join(runFolder(), `${name}.done`);
  const lock = join(runFolder(), `${name}.lock`);
  for (;;) {
    if (existsSync(result)) return readFileSync(result, "utf8");
    try {
      mkdirSync(lock);
    } catch {
      await sleep(30);
      continue;
    }
    try {
      if (existsSync(result)) return readFileSync(result, "utf8");
      const text = await make();
      writeFileSync(`${result}.new`, text);
      renameSync(`${result}.new`, result);
      return text;
    } finally {
      rmdirSync(lock);
    }
  }
}
