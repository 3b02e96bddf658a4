// Opens the database the configuration names: PostgreSQL when a URL is given, else the embedded file in the data folder.
// Migrates it first, unless told not to; everything else relies on the schema being there.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "#app/domain/errors.ts";
import { openPostgres } from "#db/client-postgres.server.ts";
import { MigrationError, readMigrations, type SchemaMode } from "#db/migrations.server.ts";
import type { Store } from "./store.server.ts";
import { openPostgresStore } from "./store-postgres.server.ts";
import { openSqliteStore } from "./store-sqlite.server.ts";

export interface StoreSettings {
  /** `postgres://…`, or empty for the embedded engine. */
  databaseUrl: string;
  databasePool: number;
  dataDir: string;
}

/**
 * `onJobsQueued` is called after each COMMIT that queued jobs: poke the worker there. Throws when the database is away, and DomainError
 * unavailable when its schema does not fit this program: edited, newer, or older where it is to be opened as it is.
 */
export async function openStore(settings: StoreSettings, onJobsQueued: () => void, schema?: SchemaMode): Promise<Store> {
  try {
    if (settings.databaseUrl !== "") {
      const client = openPostgres(settings.databaseUrl, settings.databasePool);
      return await openPostgresStore({ client, migrations: readMigrations("postgres"), schema, onJobsQueued });
    }
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    const file = join(settings.dataDir, "vouchsafe.sqlite");
    return openSqliteStore({ file, migrations: readMigrations("sqlite"), schema, onJobsQueued });
  } catch (error) {
    if (error instanceof MigrationError) throw new DomainError("unavailable", error.message);
    throw error;
  }
}
