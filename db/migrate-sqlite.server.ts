// Migrates SQLite. Recreating a table drops the old one, and with foreign keys on that silently deletes the rows that refer to it:
// so they are off, from outside the transaction, and every reference is checked before COMMIT.
import type { SqliteDatabase } from "./client-sqlite.server.ts";
import { appendOnlySqlite } from "./dialect/append-only.server.ts";
import { type Migration, MigrationError, pendingOf, type RecordedMigration } from "./migrations.server.ts";

const recordTable = `create table if not exists schema_migrations (
  name text primary key not null, sha256 text not null, applied_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) strict`;

/** drizzle-kit writes these around a recreated table; inside a transaction they do nothing, and the second would hide a mistake. */
const isForeignKeyPragma = (statement: string) => /^pragma\s+foreign_keys\s*=/i.test(statement);

function recordedIn(database: SqliteDatabase): RecordedMigration[] {
  const exists = database.prepare("select 1 from sqlite_schema where name = 'schema_migrations'").get() !== undefined;
  return exists ? (database.prepare("select name, sha256 from schema_migrations order by name").all() as RecordedMigration[]) : [];
}

export function pendingSqliteMigrations(database: SqliteDatabase, migrations: readonly Migration[]): string[] {
  return pendingOf(migrations, recordedIn(database)).map(({ name }) => name);
}

function refuseDanglingRows(database: SqliteDatabase): void {
  const [first] = database.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[];
  if (first !== undefined)
    throw new MigrationError(
      `After the migration a row of ${first.table} (rowid ${first.rowid}) refers to a row of ${first.parent} that is gone. Nothing was changed.`,
    );
}

function run(database: SqliteDatabase, migrations: readonly Migration[]): string[] {
  const pending = pendingOf(migrations, recordedIn(database));
  if (pending.length === 0) return [];
  database.exec(recordTable);
  const record = database.prepare("insert into schema_migrations (name, sha256) values (?, ?)");
  for (const { name, sha256, statements } of pending) {
    for (const statement of statements) if (!isForeignKeyPragma(statement)) database.exec(statement);
    record.run(name, sha256);
  }
  for (const statement of appendOnlySqlite) database.exec(statement);
  refuseDanglingRows(database);
  return pending.map(({ name }) => name);
}

/** Runs what is not recorded, all or nothing; returns the names. Other processes wait up to a minute for each other. */
export function migrateSqlite(database: SqliteDatabase, migrations: readonly Migration[]): string[] {
  if (database.inTransaction) throw new MigrationError("A migration cannot run inside a transaction.");
  const patience = database.pragma("busy_timeout", { simple: true }) as number;
  database.pragma("busy_timeout = 60000");
  database.pragma("foreign_keys = OFF");
  try {
    database.exec("begin immediate");
    const names = run(database, migrations);
    database.exec("commit");
    return names;
  } catch (error) {
    if (database.inTransaction) database.exec("rollback");
    throw error;
  } finally {
    database.pragma("foreign_keys = ON");
    database.pragma(`busy_timeout = ${patience}`);
  }
}
