// Once per test run: says which database is used, gives all test processes one folder, and stops what they started.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { postgresKind, stopPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    runFolder: string;
  }
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "vouchsafe-run-"));
  // The user postgres has to reach its folder inside.
  chmodSync(folder, 0o755);
  project.provide("runFolder", folder);
  console.log(`databases: SQLite, ${postgresKind().words}`);
  return async () => {
    await stopPostgres(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  };
}
