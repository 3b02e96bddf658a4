// The column kit: the schema is written once against this interface and instantiated per dialect.
// Types come from the PostgreSQL side for both engines, so that synchronous .run()/.get()/.all() do not compile.
import type { PgColumnBuilderBase } from "drizzle-orm/pg-core";
import {
  boolean,
  customType as pgCustom,
  foreignKey as pgForeignKey,
  index as pgIndex,
  integer as pgInteger,
  primaryKey as pgPrimaryKey,
  pgTable,
  uniqueIndex as pgUniqueIndex,
  timestamp,
} from "drizzle-orm/pg-core";
import {
  customType as sqliteCustom,
  foreignKey as sqliteForeignKey,
  index as sqliteIndex,
  integer as sqliteInteger,
  primaryKey as sqlitePrimaryKey,
  sqliteTable,
  text as sqliteText,
  uniqueIndex as sqliteUniqueIndex,
} from "drizzle-orm/sqlite-core";

/** Compared as bytes on both engines: PostgreSQL's default collation would sort and page differently. */
const pgText = pgCustom<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
const pgBytes = pgCustom<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});
const sqliteBytes = sqliteCustom<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "blob",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** JSON is opaque text on both engines: jsonb reorders keys and would break hashes. Never queried into. */
function pgJson<T>(name: string) {
  return pgCustom<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })(name);
}
function sqliteJson<T>(name: string) {
  return sqliteCustom<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })(name);
}

export const postgresKit = {
  table: pgTable,
  text: (name: string) => pgText(name),
  /** Text limited to the codes of a domain enumeration. */
  code: <T extends string>(name: string) => pgText(name).$type<T>(),
  int: (name: string) => pgInteger(name),
  bool: (name: string) => boolean(name),
  /** An instant, read as Date; milliseconds. */
  instant: (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" }),
  bytes: (name: string) => pgBytes(name),
  json: pgJson,
  index: pgIndex,
  uniqueIndex: pgUniqueIndex,
  primaryKey: pgPrimaryKey,
  foreignKey: pgForeignKey,
};

export type ColumnKit = typeof postgresKit;
export type AnyColumn = PgColumnBuilderBase;

export const sqliteKit = {
  table: sqliteTable,
  text: (name: string) => sqliteText(name),
  code: (name: string) => sqliteText(name),
  int: (name: string) => sqliteInteger(name),
  bool: (name: string) => sqliteInteger(name, { mode: "boolean" }),
  instant: (name: string) => sqliteInteger(name, { mode: "timestamp_ms" }),
  bytes: (name: string) => sqliteBytes(name),
  json: sqliteJson,
  index: sqliteIndex,
  uniqueIndex: sqliteUniqueIndex,
  primaryKey: sqlitePrimaryKey,
  foreignKey: sqliteForeignKey,
} as unknown as ColumnKit;
