// Opens the database the configuration names: PostgreSQL when a URL is given, else the embedded file in the data folder.
// Migrates it first; everything else relies on the schema being there.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openPostgres } from "#db/client-postgres.server.ts";
import { readMigrations } from "#db/migrations.server.ts";
import type { Store } from "./store.server.ts";
import { openPostgresStore } from "./store-postgres.server.ts";
import { openSqliteStore } from "./store-sqlite.server.ts";

export interface StoreSettings {
  /** `postgres://…`, or empty for the embedded engine. */
  databaseUrl: string;
  databasePool: number;
  dataDir: string;
}

/** `onJobsQueued` is called after each COMMIT that queued jobs: poke the worker there. Throws when the database is away. */
export async function openStore(settings: StoreSettings, onJobsQueued: () => void): Promise<Store> {
  if (settings.databaseUrl !== "") {
    const client = openPostgres(settings.databaseUrl, settings.databasePool);
    return openPostgresStore({ client, migrations: readMigrations("postgres"), onJobsQueued });
  }
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  return openSqliteStore({ file: join(settings.dataDir, "vouchsafe.sqlite"), migrations: readMigrations("sqlite"), onJobsQueued });
}
