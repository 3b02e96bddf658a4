// PGlite, PostgreSQL compiled to WebAssembly, in place of a server: one connection, so everything waits for its turn.
// Loads only on machines without PostgreSQL, or when VOUCHSAFE_TEST_ENGINE=pglite asks for it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { openPostgresStore } from "#app/server/platform/store-postgres.server.ts";
import { guardErrors, type PostgresClient, type PostgresConnection } from "#db/client-postgres.server.ts";
import type { WriteDb } from "#db/connection.server.ts";
import { readableError, unavailable } from "#db/errors.server.ts";
import { readMigrations } from "#db/migrations.server.ts";
import { postgresTables } from "#db/tables.server.ts";
import { oncePerRun, runFolder } from "./engines.ts";

type Turn = <T>(work: () => Promise<T>) => Promise<T>;

function oneAfterTheOther(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** PGlite itself, each query waiting for its turn: else a read would run inside somebody's open transaction. */
function inTurn(database: PGlite, turn: Turn): PGlite {
  const query = (...args: Parameters<PGlite["query"]>) =>
    turn(() => (database.closed ? Promise.reject(unavailable()) : database.query(...args)));
  return new Proxy(database, { get: (target, name) => (name === "query" ? query : Reflect.get(target, name)) });
}

function connect(database: PGlite, turn: Turn): PostgresConnection {
  return {
    db: guardErrors(drizzle({ client: inTurn(database, turn) })) as unknown as WriteDb,
    t: postgresTables,
    dialect: "postgres",
    statements: new Map(),
    query: (sql, values) =>
      turn(async () => {
        if (database.closed) throw unavailable();
        try {
          if (values !== undefined) return (await database.query(sql, values)).rows as Record<string, unknown>[];
          return ((await database.exec(sql)).at(-1)?.rows ?? []) as Record<string, unknown>[];
        } catch (error) {
          throw readableError(error);
        }
      }),
  };
}

export function pgliteClient(database: PGlite): PostgresClient {
  const turn = oneAfterTheOther();
  const atOnce: Turn = (work) => work();
  const alone = connect(database, atOnce);
  return {
    read: connect(database, turn),
    alone: (work) => turn(() => (database.closed ? Promise.reject(unavailable()) : work(alone))),
    async close() {
      await turn(async () => {
        if (!database.closed) await database.close();
      });
    },
  };
}

async function openPglite(dump?: Blob): Promise<PGlite> {
  const { PGlite } = await import("@electric-sql/pglite");
  return PGlite.create(dump ? { loadDataDir: dump } : {});
}

/** A migrated database in memory. */
export async function freshPglite(): Promise<PostgresClient> {
  const template = await oncePerRun("pglite-template", async () => {
    const database = await openPglite();
    const store = await openPostgresStore({
      client: pgliteClient(database),
      migrations: readMigrations("postgres"),
      onJobsQueued: () => undefined,
    });
    await store.ping();
    const path = join(runFolder(), "pglite.tar");
    writeFileSync(path, Buffer.from(await (await database.dumpDataDir("none")).arrayBuffer()));
    await store.close();
    return path;
  });
  return pgliteClient(await openPglite(new Blob([readFileSync(template)])));
}
