// Fresh migrated databases, copied from a template that the first test process of a run makes.
// SQLite: a file is copied. PostgreSQL: CREATE DATABASE … TEMPLATE. PGlite: a dumped folder is loaded.
import { randomUUID } from "node:crypto";
import { copyFileSync, cpSync } from "node:fs";
import { basename, join } from "node:path";
import pg from "pg";
import type { AssembleOptions } from "#app/server/platform/assemble-portal.server.ts";
import { loadOrCreateSecrets } from "#app/server/platform/secrets.server.ts";
import { loadOrCreateSigner } from "#app/server/platform/signer.server.ts";
import { openPostgresStore } from "#app/server/platform/store-postgres.server.ts";
import { openSqliteStore } from "#app/server/platform/store-sqlite.server.ts";
import { openPostgres } from "#db/client-postgres.server.ts";
import { openSqliteWriter } from "#db/client-sqlite.server.ts";
import { readMigrations } from "#db/migrations.server.ts";
import { oncePerRun, runFolder } from "./engines.ts";
import { freshPglite } from "./pglite.ts";
import { databasePrefix, type Engine, findPostgresPrograms, startPostgres } from "./postgres.ts";

const nothing = () => undefined;
const databaseFile = "vouchsafe.sqlite";

/** A data folder with keys, signing certificate and migrated database: made once per run, because making keys takes long. */
function templateFolder(): Promise<string> {
  return oncePerRun("data-template", async () => {
    const folder = join(runFolder(), "template");
    const secrets = await loadOrCreateSecrets({ dataDir: folder, evidenceKey: null });
    await loadOrCreateSigner({ dir: secrets.folder, organisationName: "Lantern Shop", now: new Date("2026-11-01T00:00:00Z") });
    await openSqliteStore({ file: join(folder, databaseFile), migrations: readMigrations("sqlite"), onJobsQueued: nothing }).close();
    return folder;
  });
}

export async function copyDataFolder(dataDir: string, engine: Engine): Promise<void> {
  const isWanted = (path: string) => engine === "sqlite" || !path.endsWith(databaseFile);
  cpSync(await templateFolder(), dataDir, { recursive: true, filter: isWanted });
}

/** Copies the migrated database alone to `file`. */
export async function copySqliteTemplate(file: string): Promise<void> {
  copyFileSync(join(await templateFolder(), databaseFile), file);
}

/** URL of the server's maintenance database; starts a server when none is given and none runs yet. */
export function serverUrl(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return Promise.resolve(given);
  return oncePerRun("postgres-server", () => {
    const bin = findPostgresPrograms();
    if (bin === undefined) throw new Error("There is no PostgreSQL on this machine.");
    return startPostgres(bin, join(runFolder(), "postgres"));
  });
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Lets nobody into a database any more, as an administrator would for maintenance. Returns how it comes back. */
export async function takePostgresAway(url: string): Promise<() => Promise<void>> {
  const server = await serverUrl();
  const name = basename(new URL(url).pathname);
  await onServer(server, `alter database ${name} with allow_connections false`);
  await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  return () => onServer(server, `alter database ${name} with allow_connections true`);
}

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
  /** Runs SQL past the product, as somebody with rights on the database could. */
  sql(statement: string): Promise<void>;
}

/** An empty database without tables, for tests of the migrator. */
export async function emptyPostgres(): Promise<FreshDatabase> {
  return createDatabase("template0");
}

async function createDatabase(template: string): Promise<FreshDatabase> {
  const server = await serverUrl();
  const name = `${databasePrefix(runFolder())}_${randomUUID().slice(0, 8)}`;
  await onServer(server, `create database ${name} template ${template}`);
  const url = databaseUrl(server, name);
  return {
    url,
    sql: (statement) => onServer(url, statement),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function freshPostgres(): Promise<FreshDatabase> {
  const template = await oncePerRun("postgres-template", async () => {
    const { url } = await emptyPostgres();
    const store = await openPostgresStore({ client: openPostgres(url, 2), migrations: readMigrations("postgres"), onJobsQueued: nothing });
    await store.close();
    return basename(new URL(url).pathname);
  });
  return createDatabase(template);
}

function onSqliteFile(file: string, statement: string): void {
  const { client } = openSqliteWriter(file);
  try {
    client.exec(statement);
  } finally {
    client.close();
  }
}

/** A fresh database for a portal whose data are in `dataDir`. */
export async function freshDatabase(
  engine: Engine,
  dataDir: string,
): Promise<FreshDatabase & { openStore?: AssembleOptions["openStore"] }> {
  const nothingToDrop = async () => undefined;
  if (engine === "sqlite") {
    const file = join(dataDir, databaseFile);
    return { url: "", drop: nothingToDrop, sql: async (statement) => onSqliteFile(file, statement) };
  }
  if (engine === "postgres") return freshPostgres();
  const client = await freshPglite();
  const open = (onJobsQueued: () => void) => openPostgresStore({ client, migrations: readMigrations("postgres"), onJobsQueued });
  return {
    url: "",
    drop: nothingToDrop,
    openStore: (_, onJobsQueued) => open(onJobsQueued),
    sql: async (statement) => void (await client.read.query(statement)),
  };
}
