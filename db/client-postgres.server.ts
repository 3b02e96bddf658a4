// Opens a pool to PostgreSQL. Only the store and the migrator use it.
// One drizzle handle per pooled connection, kept as long as the connection, so that prepared statements stay on it.
import { drizzle } from "drizzle-orm/node-postgres";
import type { PgSession } from "drizzle-orm/pg-core";
import pg from "pg";
import type { Connection, WriteDb } from "./connection.server.ts";
import { readableError } from "./errors.server.ts";
import { postgresTables } from "./tables.server.ts";

export interface PostgresConnection extends Connection {
  /** Runs plain SQL: transaction control and migrations. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

/** A pool of connections; PGlite stands in for it in tests on machines without a server. */
export interface PostgresClient {
  /** Any connection, for single statements. */
  readonly read: PostgresConnection;
  /** One connection alone, as long as `work` runs. It is thrown away when `work` fails with a broken connection. */
  alone<T>(work: (connection: PostgresConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

type GuardedDb = { _: { session: PgSession } };

/** Lets errors of drizzle's queries out as the store's errors. */
export function guardErrors<T>(db: T): T {
  const { session } = (db as GuardedDb)._;
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (...args) => {
    const prepared = prepareQuery(...args);
    const execute = prepared.execute.bind(prepared);
    prepared.execute = async (values) => {
      try {
        return await execute(values);
      } catch (error) {
        throw readableError(error);
      }
    };
    return prepared as never;
  };
  return db;
}

function connect(client: pg.Pool | pg.PoolClient): PostgresConnection {
  return {
    db: guardErrors(drizzle({ client })) as unknown as WriteDb,
    t: postgresTables,
    dialect: "postgres",
    statements: new Map(),
    async query(sql, values) {
      try {
        const result = await client.query(sql, values);
        return (Array.isArray(result) ? result.at(-1).rows : result.rows) as Record<string, unknown>[];
      } catch (error) {
        throw readableError(error);
      }
    },
  };
}

/** `poolSize`: most connections at once. Nothing is contacted before the first query. */
export function openPostgres(url: string, poolSize: number): PostgresClient {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "vouchsafe",
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const connections = new WeakMap<pg.PoolClient, PostgresConnection>();
  return {
    read: connect(pool),
    async alone(work) {
      let broken: Error | undefined;
      const client = await pool.connect().catch((error: unknown) => {
        throw readableError(error);
      });
      const noteBroken = (error: Error) => {
        broken = error;
      };
      client.on("error", noteBroken);
      try {
        const connection = connections.get(client) ?? connect(client);
        connections.set(client, connection);
        return await work(connection);
      } finally {
        client.off("error", noteBroken);
        client.release(broken);
      }
    },
    async close() {
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}
