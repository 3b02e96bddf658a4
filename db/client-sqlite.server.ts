// Opens the embedded database: one connection that writes and one that can only read. Only the store and the migrator use it.
// WAL without synchronous=FULL loses acknowledged rows on power loss; SQLite before 3.51.3 can lose them on a WAL reset.
import { createRequire } from "node:module";
import type BetterSqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { DomainError } from "#app/domain/errors.ts";
import type { Connection, WriteDb } from "./connection.server.ts";
import { rememberStatements } from "./statements-sqlite.server.ts";
import { sqliteTables } from "./tables.server.ts";

export type SqliteDatabase = BetterSqlite.Database;

export interface SqliteConnection extends Connection {
  readonly client: SqliteDatabase;
}

const oldestSqlite = [3, 51, 3] as const;

/** True when a dotted version is at least the given one. */
export function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split(".").map(Number);
  const at = least.findIndex((wanted, index) => (parts[index] ?? 0) !== wanted);
  return at === -1 || (parts[at] ?? 0) > (least[at] ?? 0);
}

const refused = (detail: string) => new DomainError("unavailable", detail);

/** Throws when this SQLite or its driver is known to lose data or to crash here. */
export function refuseUnsafeSqlite(versions: { node: string; driver: string; sqlite?: string }): void {
  if (isAtLeast(versions.driver, [13]) && !isAtLeast(versions.node, [22]))
    throw refused(`better-sqlite3 ${versions.driver} crashes on Node ${versions.node}: use Node 22 or newer, or better-sqlite3 12.`);
  if (versions.sqlite !== undefined && !isAtLeast(versions.sqlite, oldestSqlite))
    throw refused(`SQLite ${versions.sqlite} can lose committed data (WAL reset): ${oldestSqlite.join(".")} or newer is needed.`);
}

function openRaw(file: string, options: { readonly: boolean }): SqliteDatabase {
  const require = createRequire(import.meta.url);
  const driver = (require("better-sqlite3/package.json") as { version: string }).version;
  refuseUnsafeSqlite({ node: process.versions.node, driver });
  // Required only now: version 13 takes the process down while it loads on Node 20.
  const Database = require("better-sqlite3") as typeof BetterSqlite;
  const database = new Database(file, { readonly: options.readonly });
  const { sqlite } = database.prepare("select sqlite_version() as sqlite").get() as { sqlite: string };
  refuseUnsafeSqlite({ node: process.versions.node, driver, sqlite });
  if (!options.readonly) database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("recursive_triggers = ON");
  database.pragma("trusted_schema = OFF");
  database.pragma("cell_size_check = ON");
  // Waiting inside SQLite would block the event loop: the writer never waits here, the store retries instead.
  database.pragma(`busy_timeout = ${options.readonly ? 1000 : 0}`);
  return database;
}

function connect(client: SqliteDatabase): SqliteConnection {
  const db = drizzle({ client: rememberStatements(client) }) as unknown as WriteDb;
  return { client, db, t: sqliteTables, dialect: "sqlite", statements: new Map() };
}

/** The one writer of this process. Creates the file when it does not exist. */
export function openSqliteWriter(file: string): SqliteConnection {
  return connect(openRaw(file, { readonly: false }));
}

/** Sees committed rows only and cannot write. Open the writer first: it makes the file a WAL database. */
export function openSqliteReader(file: string): SqliteConnection {
  return connect(openRaw(file, { readonly: true }));
}
