// The schema instantiated for each engine. Types come from the PostgreSQL side for both, so code written against `Tables`
// runs on either; only the store may touch the two instances themselves.
import { postgresKit, sqliteKit } from "./columns.server.ts";
import { makeSchema } from "./schema.server.ts";

export const postgresTables = makeSchema(postgresKit);
export type Tables = typeof postgresTables;
export const sqliteTables: Tables = makeSchema(sqliteKit);
