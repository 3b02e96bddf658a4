// The migrator: all or nothing, once, never over a changed migration, and without losing rows that refer to a recreated table.
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openPostgres, type PostgresClient } from "#db/client-postgres.server.ts";
import { openSqliteWriter, type SqliteDatabase } from "#db/client-sqlite.server.ts";
import { migratePostgres, pendingPostgresMigrations } from "#db/migrate-postgres.server.ts";
import { migrateSqlite, pendingSqliteMigrations } from "#db/migrate-sqlite.server.ts";
import { type Migration, readMigrations } from "#db/migrations.server.ts";
import { emptyPostgres } from "#tests/support/databases.ts";
import { onEveryServer, runFolder } from "#tests/support/engines.ts";

/** A folder of migrations in the written form; `parents` and its child table come on top of the product's own first migration. */
function migrations(dialect: "sqlite" | "postgres", files: Record<string, string>): Migration[] {
  const folder = mkdtempSync(join(runFolder(), "migrations-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.sql`), text);
  return [...readMigrations(dialect), ...readMigrations(dialect, folder)];
}

const break_ = "\n--> statement-breakpoint\n";
const family = [
  "create table parents (id text primary key not null, name text not null) strict",
  "create table children (id text primary key not null, parent_id text not null references parents (id) on delete cascade) strict",
  "insert into parents values ('p1', 'Ada'), ('p2', 'Bo')",
  "insert into children values ('c1', 'p1'), ('c2', 'p1'), ('c3', 'p2')",
].join(break_);

/** What drizzle-kit writes when a column's definition changes. `rows` says which rows are taken over. */
const recreate = (rows: string) =>
  [
    "PRAGMA foreign_keys=OFF;",
    "CREATE TABLE `__new_parents` (id text primary key not null, name text) STRICT;",
    `INSERT INTO __new_parents SELECT id, name FROM parents ${rows};`,
    "DROP TABLE `parents`;",
    "ALTER TABLE `__new_parents` RENAME TO `parents`;",
    "PRAGMA foreign_keys=ON;",
  ].join(break_);

describe("the migrator on SQLite", () => {
  let database: SqliteDatabase;
  let file: string;
  const children = () => database.prepare("select id, parent_id as parent from children order by id").all();
  const allChildren = [
    { id: "c1", parent: "p1" },
    { id: "c2", parent: "p1" },
    { id: "c3", parent: "p2" },
  ];
  beforeEach(() => {
    file = join(mkdtempSync(join(runFolder(), "migrator-")), "test.sqlite");
    database = openSqliteWriter(file).client;
    migrateSqlite(database, migrations("sqlite", { "9001_family": family }));
  });

  it("runs what is not recorded, and nothing twice", () => {
    const all = migrations("sqlite", { "9001_family": family, "9002_more": "create table more (id text primary key not null) strict" });
    expect(pendingSqliteMigrations(database, all)).toEqual(["9002_more"]);
    expect(migrateSqlite(database, all)).toEqual(["9002_more"]);
    expect(migrateSqlite(database, all)).toEqual([]);
    expect(database.pragma("foreign_keys", { simple: true })).toBe(1);
  });

  it("keeps the rows that refer to a recreated table, even where deleting a parent would delete them", () => {
    migrateSqlite(database, migrations("sqlite", { "9001_family": family, "9002_recreate": recreate("") }));
    expect(children()).toEqual(allChildren);
  });

  it("refuses a migration that leaves rows referring to nothing, and undoes it", () => {
    const lossy = migrations("sqlite", { "9001_family": family, "9002_recreate": recreate("where id <> 'p2'") });
    expect(() => migrateSqlite(database, lossy)).toThrow("refers to a row of parents that is gone");
    expect(children()).toEqual(allChildren);
    expect(database.prepare("select count(*) as n from parents").get()).toEqual({ n: 2 });
    expect(pendingSqliteMigrations(database, lossy)).toEqual(["9002_recreate"]);
  });

  it("undoes all pending migrations when one fails", () => {
    const broken = migrations("sqlite", {
      "9001_family": family,
      "9002_good": "create table good (id text primary key not null) strict",
      "9003_bad": "insert into nowhere values (1)",
    });
    expect(() => migrateSqlite(database, broken)).toThrow("no such table: nowhere");
    expect(pendingSqliteMigrations(database, broken)).toEqual(["9002_good", "9003_bad"]);
    expect(database.prepare("select name from sqlite_schema where name = 'good'").get()).toBeUndefined();
  });

  it("refuses a migration that was edited after it ran", () => {
    const edited = migrations("sqlite", { "9001_family": family.replace("Ada", "Eve") });
    expect(() => migrateSqlite(database, edited)).toThrow("Migration 9001_family is not the one this database was made with");
  });

  it("refuses a database that a newer version migrated", () => {
    expect(() => migrateSqlite(database, readMigrations("sqlite"))).toThrow("migrated by a newer version (9001_family)");
  });

  it("lays the append-only triggers again when a migration recreates the audit log", () => {
    const copy = "create table copy as select * from audit_entries";
    const again = ["drop table audit_entries", readMigrations("sqlite")[0]?.statements.find((s) => s.includes("`audit_entries`"))];
    migrateSqlite(database, migrations("sqlite", { "9001_family": family, "9002_again": [copy, ...again].join(break_) }));
    database.prepare("insert into audit_entries values ('o', 1, 'aud', 0, 't', 'system', null, null, null, '{}', 'p', 'h')").run();
    expect(() => database.prepare("delete from audit_entries").run()).toThrow("audit_entries is append-only");
  });
});

const onPostgres = (block: () => void) => onEveryServer("the migrator on a server", 3, block, ["postgres"]);
onPostgres(() => {
  const opened: PostgresClient[] = [];
  const drops: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const client of opened) await client.close();
    for (const drop of drops) await drop();
  });
  async function emptyDatabase() {
    const { url, drop } = await emptyPostgres();
    drops.push(drop);
    return () => {
      const client = openPostgres(url, 2);
      opened.push(client);
      return client;
    };
  }
  const postgresFamily = family.replaceAll(") strict", ")");

  it("runs once when five processes start at the same time", async () => {
    const connect = await emptyDatabase();
    const all = migrations("postgres", { "9001_family": postgresFamily });
    const ran = await Promise.all(Array.from({ length: 5 }, () => migratePostgres(connect(), all)));
    expect(ran.flat()).toEqual(all.map(({ name }) => name));
    expect(await connect().read.query("select count(*)::int as n from children")).toEqual([{ n: 3 }]);
  });

  it("undoes all pending migrations when one fails", async () => {
    const client = (await emptyDatabase())();
    const broken = migrations("postgres", { "9001_family": postgresFamily, "9002_bad": "insert into nowhere values (1)" });
    await expect(migratePostgres(client, broken)).rejects.toThrow('relation "nowhere" does not exist');
    expect(await pendingPostgresMigrations(client, broken)).toEqual(broken.map(({ name }) => name));
    expect(await client.read.query("select to_regclass('children') as found")).toEqual([{ found: null }]);
  });

  it("refuses an edited migration and a database of a newer version", async () => {
    const client = (await emptyDatabase())();
    await migratePostgres(client, migrations("postgres", { "9001_family": postgresFamily }));
    const edited = migrations("postgres", { "9001_family": postgresFamily.replace("Ada", "Eve") });
    await expect(migratePostgres(client, edited)).rejects.toThrow("Migration 9001_family is not the one");
    await expect(migratePostgres(client, readMigrations("postgres"))).rejects.toThrow("newer version (9001_family)");
  });
});
