// The store on PostgreSQL: read committed, and the first statement of a tx locks the organisation's audit head,
// so that mutations of one organisation are serial and everything a decision rests on is read after the lock.
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { auditGenesis } from "#app/domain/audit/audit-chain.ts";
import type { PostgresClient, PostgresConnection } from "#db/client-postgres.server.ts";
import { isWorthRetrying, readableError, unavailable } from "#db/errors.server.ts";
import { migratePostgres, pendingPostgresMigrations } from "#db/migrate-postgres.server.ts";
import { type Migration, refusePending, type SchemaMode } from "#db/migrations.server.ts";
import { type AuditHead, makeTx, prepared, type Store, type Tx } from "./store.server.ts";
import { createTxScope } from "./tx-scope.server.ts";

const mostTries = 8;

async function lockHead(connection: PostgresConnection, organisationId: string): Promise<AuditHead> {
  const { auditHeads } = connection.t;
  const select = prepared(connection, "lock_audit_head", ({ db }) =>
    db
      .select({ seq: auditHeads.seq, hash: auditHeads.hash })
      .from(auditHeads)
      .where(eq(auditHeads.organisationId, sql.placeholder("organisationId")))
      .for("update")
      .prepare("lock_audit_head"),
  );
  const [head] = await select.execute({ organisationId });
  if (head !== undefined) return head;
  await connection.db
    .insert(auditHeads)
    .values({ organisationId, ...auditGenesis })
    .onConflictDoNothing();
  const [first] = await select.execute({ organisationId });
  return first ?? auditGenesis;
}

async function rollback(connection: PostgresConnection): Promise<void> {
  // A broken connection cannot roll back; the server does it when the connection ends.
  await connection.query("rollback").catch(() => undefined);
}

export interface PostgresStoreOptions {
  client: PostgresClient;
  migrations: readonly Migration[];
  /** Absent: migrate. */
  schema?: SchemaMode | undefined;
  /** Called after a COMMIT that queued jobs. */
  onJobsQueued: () => void;
}

/** Migrates when needed. Throws when the server is away or a recorded migration differs from the program's. */
export async function openPostgresStore({ client, migrations, schema = "migrate", onJobsQueued }: PostgresStoreOptions): Promise<Store> {
  try {
    if (schema === "migrate") await migratePostgres(client, migrations);
    else refusePending(await pendingPostgresMigrations(client, migrations), migrations);
  } catch (error) {
    await client.close();
    throw error;
  }
  const scope = createTxScope();

  async function once<T>(connection: PostgresConnection, organisationId: string | undefined, fn: (tx: Tx) => Promise<T>) {
    await connection.query("begin isolation level read committed");
    try {
      const head = organisationId === undefined ? undefined : await lockHead(connection, organisationId);
      const done = await scope.inside(async (isOpen) => {
        const tx = makeTx(connection, organisationId, isOpen);
        tx.auditHead = head;
        return { result: await fn(tx), tx };
      });
      await connection.query("commit");
      return done;
    } catch (error) {
      await rollback(connection);
      throw readableError(error);
    }
  }

  async function run<T>(organisationId: string | undefined, fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        const { result, tx } = await client.alone((connection) => once(connection, organisationId, fn));
        if (tx.hasQueuedJobs) onJobsQueued();
        return result;
      } catch (error) {
        if (!isWorthRetrying(error)) throw error;
        if (tries === mostTries) throw unavailable(error);
      }
      await sleep(randomInt(10 * 2 ** tries));
    }
  }

  return {
    dialect: "postgres",
    get read() {
      scope.refuseInside("read");
      return client.read;
    },
    async tx(organisationId, fn) {
      scope.refuseInside("tx");
      return run(organisationId, fn);
    },
    async systemTx(fn) {
      scope.refuseInside("systemTx");
      return run(undefined, fn);
    },
    async ping() {
      await client.read.query("select 1 from organisations limit 1");
    },
    pendingMigrations: () => pendingPostgresMigrations(client, migrations),
    close: () => client.close(),
  };
}
