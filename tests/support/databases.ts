// Fresh migrated databases, copied from a template that the first test process of a run makes.
// SQLite: a file is copied. PostgreSQL: CREATE DATABASE … TEMPLATE. PGlite: a dumped folder is loaded.
import { randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import pg from "pg";
import { openPostgresStore } from "#app/server/platform/store-postgres.server.ts";
import { openSqliteStore } from "#app/server/platform/store-sqlite.server.ts";
import { openPostgres } from "#db/client-postgres.server.ts";
import { openSqliteWriter } from "#db/client-sqlite.server.ts";
import { readMigrations } from "#db/migrations.server.ts";
import { oncePerRun, runFolder } from "./engines.ts";
import { databasePrefix, findPostgresPrograms, startPostgres } from "./postgres.ts";

const nothing = () => undefined;

/** Copies the migrated template to `file`. */
export async function copySqliteTemplate(file: string): Promise<void> {
  const template = await oncePerRun("sqlite-template", async () => {
    const path = join(runFolder(), "template.sqlite");
    await openSqliteStore({ file: path, migrations: readMigrations("sqlite"), onJobsQueued: nothing }).close();
    return path;
  });
  copyFileSync(template, file);
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

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** An empty database without tables, for tests of the migrator. */
export async function emptyPostgres(): Promise<FreshDatabase> {
  return createDatabase("template0");
}

async function createDatabase(template: string): Promise<FreshDatabase> {
  const server = await serverUrl();
  const name = `${databasePrefix(runFolder())}_${randomUUID().slice(0, 8)}`;
  await onServer(server, `create database ${name} template ${template}`);
  return { url: databaseUrl(server, name), drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

export async function freshPostgres(): Promise<FreshDatabase> {
  const template = await oncePerRun("postgres-template", async () => {
    const { url } = await emptyPostgres();
    const store = await openPostgresStore({ client: openPostgres(url, 2), migrations: readMigrations("postgres"), onJobsQueued: nothing });
    await store.close();
    return basename(new URL(url).pathname);
  });
  return createDatabase(template);
}

/** Runs SQL past the product, as somebody with rights on the database could. */
export async function sqlOn(
  { portal }: { portal: { config: { databaseUrl: string; dataDir: string } } },
  statement: string,
): Promise<void> {
  const { databaseUrl, dataDir } = portal.config;
  if (databaseUrl !== "") return onServer(databaseUrl, statement);
  const { client } = openSqliteWriter(join(dataDir, "vouchsafe.sqlite"));
  try {
    client.exec(statement);
  } finally {
    client.close();
  }
}
