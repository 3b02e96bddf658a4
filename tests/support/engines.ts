// Which database engines this run tests: the embedded one always, and PostgreSQL as good as this machine has it.
// The first world on an engine makes a migrated template; every world is a copy of it. Processes of one run share both.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, inject } from "vitest";
import { findPostgresPrograms } from "./postgres.ts";

export type Engine = "sqlite" | "postgres" | "pglite";

/** The second engine: a server that is there, one we can start, or PGlite, which has one connection only. */
export function postgresKind(): { engine: Engine; words: string } {
  if (process.env.TEST_DATABASE_URL) return { engine: "postgres", words: "PostgreSQL at TEST_DATABASE_URL" };
  const bin = findPostgresPrograms();
  if (bin !== undefined) return { engine: "postgres", words: `PostgreSQL of ${bin}, started for this run` };
  return { engine: "pglite", words: "PGlite (no PostgreSQL server on this machine)" };
}

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

/** Runs the block with several connections to PostgreSQL; on a machine with PGlite only, its tests are listed as not run. */
export function onServers(title: string, testsInBlock: number, block: (engine: Engine) => void): void {
  onEveryEngine(title, (engine) => {
    if (engine !== "pglite") return block(engine);
    noteNotRun(testsInBlock, `${title}: PGlite has one connection`);
    describe.skip;
  });
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
