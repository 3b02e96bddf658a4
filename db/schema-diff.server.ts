// Compares the schema with the snapshot of the last migration, for `db:generate` and for the test that both are in step.
// Development only: drizzle-kit is not there in production.
import {
  type DrizzleSnapshotJSON,
  type DrizzleSQLiteSnapshotJSON,
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import type { Dialect } from "./connection.server.ts";
import { postgresTables, sqliteTables } from "./tables.server.ts";

export type Snapshot = Record<string, unknown>;

interface Engine {
  current(): Promise<Snapshot>;
  /** SQL that leads from one snapshot to the other; empty when they say the same. */
  difference(from: Snapshot, to: Snapshot): Promise<string[]>;
}

/** Snapshots carry random ids; a fixed one keeps regenerated files free of noise. */
const fixedId = "00000000-0000-0000-0000-000000000000";
const withFixedId = (snapshot: object): Snapshot => ({ ...snapshot, id: fixedId, prevId: fixedId });

const createTable = /^create table[\s\S]*\)\s*;?\s*$/i;

/** Rigid column types; drizzle cannot say so itself. */
export function asStrictTable(statement: string): string {
  if (!createTable.test(statement) || /\)\s*strict\s*;?\s*$/i.test(statement)) return statement;
  return statement.replace(/\)\s*;?\s*$/, ") STRICT;");
}

export const engines: Record<Dialect, Engine> = {
  sqlite: {
    current: async () => withFixedId(await generateSQLiteDrizzleJson(sqliteTables)),
    difference: async (from, to) => {
      const statements = await generateSQLiteMigration(
        from as unknown as DrizzleSQLiteSnapshotJSON,
        to as unknown as DrizzleSQLiteSnapshotJSON,
      );
      return statements.map(asStrictTable);
    },
  },
  postgres: {
    current: async () => withFixedId(generateDrizzleJson(postgresTables)),
    difference: (from, to) => generateMigration(from as unknown as DrizzleSnapshotJSON, to as unknown as DrizzleSnapshotJSON),
  },
};

export function emptySnapshot(dialect: Dialect): Snapshot {
  const base = { id: fixedId, prevId: fixedId };
  return dialect === "sqlite"
    ? { ...base, version: "6", dialect: "sqlite", tables: {}, views: {}, enums: {}, _meta: { schemas: {}, tables: {}, columns: {} } }
    : {
        ...base,
        version: "7",
        dialect: "postgresql",
        tables: {},
        enums: {},
        schemas: {},
        policies: {},
        roles: {},
        sequences: {},
        views: {},
        _meta: { schemas: {}, tables: {}, columns: {} },
      };
}
