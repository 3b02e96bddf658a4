// The schema on both engines: rigid types, the same tables and columns, migrations in step with it, and a log nobody can rewrite.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { recordAuditEvent } from "#app/server/audit/record-audit-event.server.ts";
import { systemGrant } from "#app/server/platform/authorize.server.ts";
import { openSqliteWriter, type SqliteDatabase } from "#db/client-sqlite.server.ts";
import { migrationsFolder } from "#db/migrations.server.ts";
import { asStrictTable, type Snapshot, engines as schemaEngines } from "#db/schema-diff.server.ts";
import { copySqliteTemplate } from "#tests/support/databases.ts";
import { onEveryEngine, runFolder } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/** Tables that belong to the installation, not to an organisation. */
const withoutOrganisation = ["organisations", "rate_limits", "schema_migrations", "slots"];

interface Described {
  name: string;
  columns: Record<string, { notNull: boolean }>;
}

const snapshotOf = (dialect: "sqlite" | "postgres") =>
  JSON.parse(readFileSync(join(migrationsFolder(dialect), "snapshot.json"), "utf8")) as Snapshot;

function tablesIn(snapshot: Snapshot): Record<string, [string, boolean][]> {
  const tables = Object.values(snapshot.tables as Record<string, Described>);
  const columnsOf = ({ columns }: Described) => Object.entries(columns).map(([name, { notNull }]): [string, boolean] => [name, notNull]);
  return Object.fromEntries(tables.map((table) => [table.name, columnsOf(table)]));
}

describe("the schema", () => {
  let database: SqliteDatabase;
  beforeAll(async () => {
    const file = join(runFolder(), `schema-${process.pid}.sqlite`);
    await copySqliteTemplate(file);
    database = openSqliteWriter(file).client;
  });

  it("has only STRICT tables on SQLite", () => {
    const tables = database.prepare("select name, strict from pragma_table_list where schema = 'main' and type = 'table'").all() as {
      name: string;
      strict: number;
    }[];
    const own = tables.filter(({ name }) => !name.startsWith("sqlite_"));
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it("asks the primary key alone whether an entry of the log would replace another: appending stays cheap however long the log is", () => {
    const { sql } = database.prepare("select sql from sqlite_schema where name = 'audit_entries_no_replace'").get() as { sql: string };
    const [, asked = ""] = /when exists \((.*)\)\s+begin/s.exec(sql) ?? [];
    const plan = database.prepare(`explain query plan ${asked.replaceAll(/new\.(\w+)/g, ":$1")}`).all({ organisation_id: "", seq: 1 });
    expect((plan as { detail: string }[]).map(({ detail }) => detail)).toEqual([
      "SEARCH audit_entries USING COVERING INDEX sqlite_autoindex_audit_entries_1 (organisation_id=? AND seq=?)",
    ]);
  });

  it("makes a generated CREATE TABLE strict once, and nothing else", () => {
    expect(asStrictTable("CREATE TABLE `a` (\n\t`id` text\n);\n")).toBe("CREATE TABLE `a` (\n\t`id` text\n) STRICT;");
    expect(asStrictTable("CREATE TABLE `a` (`id` text) STRICT;")).toBe("CREATE TABLE `a` (`id` text) STRICT;");
    expect(asStrictTable("CREATE INDEX `a_b` ON `a` (`b`);")).toBe("CREATE INDEX `a_b` ON `a` (`b`);");
  });

  it.each(["sqlite", "postgres"] as const)("has no change that the migrations of %s lack", async (dialect) => {
    const { current, difference } = schemaEngines[dialect];
    expect(await difference(snapshotOf(dialect), await current())).toEqual([]);
  });

  it("is what the migrations make: every column of the snapshot is in the migrated database", () => {
    for (const [table, columns] of Object.entries(tablesIn(snapshotOf("sqlite")))) {
      const found = database.prepare("select name from pragma_table_info(?)").pluck().all(table) as string[];
      expect([table, found.sort()]).toEqual([table, columns.map(([name]) => name).sort()]);
    }
  });

  it("has the same tables, columns and obligations on both engines", () => {
    expect(tablesIn(snapshotOf("postgres"))).toEqual(tablesIn(snapshotOf("sqlite")));
  });

  it("gives every table its organisation", () => {
    const without = Object.entries(tablesIn(snapshotOf("sqlite"))).filter(
      ([, columns]) => !columns.some(([name]) => name === "organisation_id"),
    );
    expect(without.map(([table]) => table).filter((table) => !withoutOrganisation.includes(table))).toEqual([]);
  });

  it("opens SQLite with the settings that keep acknowledged rows through a power cut", () => {
    const settings = ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "recursive_triggers"];
    expect(settings.map((name) => [name, database.pragma(name, { simple: true })])).toEqual([
      ["journal_mode", "wal"],
      ["synchronous", 2],
      ["foreign_keys", 1],
      ["trusted_schema", 0],
      ["recursive_triggers", 1],
    ]);
  });
});

onEveryEngine("the audit log", (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ engine });
    const ctx = world.asSystem();
    await world.store.tx(world.organisationId, (tx) =>
      recordAuditEvent(
        tx,
        systemGrant(ctx, "questionnaire.publish"),
        { type: "demo.seeded", objectId: "x", data: { vendors: 0 } },
        ctx.now,
      ),
    );
  });

  const copyOfFirst = `insert into audit_entries select organisation_id, seq, id, at, 'forged', actor_kind, actor_id, object_id,
    vendor_id, entry, previous_hash, hash from audit_entries where seq = 1`;
  it.each([
    ["changed", "update audit_entries set type = 'x'"],
    ["changed in its text", "update audit_entries set entry = '{}' where seq = 1"],
    ["deleted", "delete from audit_entries where seq = 1"],
    ["set back", "update audit_heads set seq = 1"],
    ["cut off", "delete from audit_heads"],
    ["overwritten", copyOfFirst],
  ])("cannot be %s", async (_, statement) => {
    await expect(world.sql(statement)).rejects.toThrow(/append-only|only grow|unique/);
  });

  if (engine === "sqlite")
    it("cannot be overwritten by replacing a row", async () => {
      await expect(world.sql(copyOfFirst.replace("insert into", "insert or replace into"))).rejects.toThrow("append-only");
    });
  else
    it("cannot be emptied", async () => {
      await expect(world.sql("truncate audit_entries")).rejects.toThrow("append-only");
      await expect(world.sql("truncate audit_heads")).rejects.toThrow("append-only");
    });
});
