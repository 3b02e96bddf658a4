// Once per test run: says which database is used, gives all test processes one folder, and stops what they started.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { databasePrefix, postgresKind, stopPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    runFolder: string;
  }
}

/** On a server that outlives the run, its databases must not. */
async function dropDatabases(server: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database where starts_with(datname, $1)", [prefix]);
  for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
  await client.end();
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "vouchsafe-run-"));
  // The user postgres has to reach its folder inside.
  chmodSync(folder, 0o755);
  project.provide("runFolder", folder);
  console.log(`databases: SQLite, ${postgresKind().words}`);
  return async () => {
    if (process.env.TEST_DATABASE_URL) await dropDatabases(process.env.TEST_DATABASE_URL, databasePrefix(folder));
    await stopPostgres(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  };
}
