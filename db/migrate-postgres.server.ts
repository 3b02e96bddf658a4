// Migrates PostgreSQL: everything in one transaction that holds the migrations table, so that of several processes
// started at once one migrates and the others find it done.
import type { PostgresClient, PostgresConnection } from "./client-postgres.server.ts";
import { appendOnlyPostgres } from "./dialect/append-only.server.ts";
import { driverError } from "./errors.server.ts";
import { type Migration, pendingOf, type RecordedMigration } from "./migrations.server.ts";

const recordTable = `create table if not exists schema_migrations (
  name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;

async function recordedIn(connection: PostgresConnection): Promise<RecordedMigration[]> {
  const [table] = await connection.query("select to_regclass('schema_migrations') is not null as exists");
  if (table?.exists !== true) return [];
  return (await connection.query("select name, sha256 from schema_migrations order by name")) as unknown as RecordedMigration[];
}

export async function pendingPostgresMigrations(client: PostgresClient, migrations: readonly Migration[]): Promise<string[]> {
  return pendingOf(migrations, await recordedIn(client.read)).map(({ name }) => name);
}

/** What PostgreSQL may say to the slower of two processes that create the same table, in spite of "if not exists". */
const somebodyMadeIt = new Set(["23505", "42P07", "42710"]);

async function makeRecordTable(connection: PostgresConnection): Promise<void> {
  try {
    await connection.query(recordTable);
  } catch (error) {
    if (!somebodyMadeIt.has(driverError(error)?.code ?? "")) throw error;
  }
}

async function run(connection: PostgresConnection, migrations: readonly Migration[]): Promise<string[]> {
  await connection.query("lock table schema_migrations in exclusive mode");
  const pending = pendingOf(migrations, await recordedIn(connection));
  for (const { name, sha256, statements } of pending) {
    for (const statement of statements) await connection.query(statement);
    await connection.query("insert into schema_migrations (name, sha256) values ($1, $2)", [name, sha256]);
  }
  if (pending.length > 0) for (const statement of appendOnlyPostgres) await connection.query(statement);
  return pending.map(({ name }) => name);
}

/** Runs what is not recorded, all or nothing; returns the names. */
export async function migratePostgres(client: PostgresClient, migrations: readonly Migration[]): Promise<string[]> {
  return client.alone(async (connection) => {
    await makeRecordTable(connection);
    await connection.query("begin");
    try {
      await connection.query("set local lock_timeout = '60s'");
      await connection.query("set local statement_timeout = 0");
      const names = await run(connection, migrations);
      await connection.query("commit");
      return names;
    } catch (error) {
      await connection.query("rollback").catch(() => undefined);
      throw error;
    }
  });
}
