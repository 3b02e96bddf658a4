// What the store and the migrator need of one connection, the same for both engines.
// The picked methods are the ones that mean the same on both: no execute, no transaction, no query builder with relations.
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Tables } from "./tables.server.ts";

export type Dialect = "sqlite" | "postgres";

type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;
export type ReadDb = Pick<Db, "select" | "selectDistinct" | "$count">;
export type WriteDb = Pick<Db, "select" | "selectDistinct" | "$count" | "insert" | "update" | "delete">;

/** A connection with its own prepared statements; `statements` lives exactly as long as the connection. */
export interface Connection {
  readonly db: WriteDb;
  readonly t: Tables;
  readonly dialect: Dialect;
  readonly statements: Map<string, unknown>;
}
