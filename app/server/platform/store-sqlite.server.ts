// The store on the embedded engine: one writer, transactions one after the other, readers beside it on their own connection.
// drizzle's own .transaction() with an async function commits before the work is done on this driver: never use it.
import { setTimeout as sleep } from "node:timers/promises";
import { openSqliteReader, openSqliteWriter, type SqliteDatabase } from "#db/client-sqlite.server.ts";
import { isBusy, readableError, unavailable } from "#db/errors.server.ts";
import { migrateSqlite, pendingSqliteMigrations } from "#db/migrate-sqlite.server.ts";
import { type Migration, refusePending, type SchemaMode } from "#db/migrations.server.ts";
import { makeTx, type Store, type Tx } from "./store.server.ts";
import { createTxScope } from "./tx-scope.server.ts";

/** Another process may hold the write lock this long before the caller gets `unavailable`. */
const busyLimitMs = 5_000;

/** The three statements of every transaction, compiled once. */
function prepareControl(database: SqliteDatabase) {
  const prepare = (sql: string) => {
    const statement = database.prepare(sql);
    return () => void statement.run();
  };
  return { begin: prepare("begin immediate"), commit: prepare("commit"), rollback: prepare("rollback") };
}

async function untilFree(begin: () => void): Promise<void> {
  const giveUpAt = performance.now() + busyLimitMs;
  for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
    try {
      begin();
      return;
    } catch (error) {
      if (!isBusy(error)) throw readableError(error);
      if (performance.now() > giveUpAt) throw unavailable(error);
    }
    await sleep(pause);
  }
}

/** Runs jobs one after the other, in the order of their calls. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

export interface SqliteStoreOptions {
  file: string;
  migrations: readonly Migration[];
  /** Absent: migrate. */
  schema?: SchemaMode | undefined;
  /** Called after a COMMIT that queued jobs. */
  onJobsQueued: () => void;
}

/** Opens the file (made and migrated when needed). Throws when a recorded migration differs from the program's. */
export function openSqliteStore({ file, migrations, schema = "migrate", onJobsQueued }: SqliteStoreOptions): Store {
  const writer = openSqliteWriter(file);
  try {
    if (schema === "migrate") migrateSqlite(writer.client, migrations);
    else refusePending(pendingSqliteMigrations(writer.client, migrations), migrations);
  } catch (error) {
    writer.client.close();
    throw error;
  }
  const reader = openSqliteReader(file);
  const control = prepareControl(writer.client);
  const scope = createTxScope();
  const enqueue = createQueue();
  let isClosed = false;

  async function run<T>(organisationId: string | undefined, fn: (tx: Tx) => Promise<T>): Promise<T> {
    if (isClosed) throw unavailable();
    await untilFree(control.begin);
    try {
      const { result, tx } = await scope.inside(async (isOpen) => {
        const tx = makeTx(writer, organisationId, isOpen);
        return { result: await fn(tx), tx };
      });
      control.commit();
      if (tx.hasQueuedJobs) onJobsQueued();
      return result;
    } catch (error) {
      if (writer.client.inTransaction) control.rollback();
      throw readableError(error);
    }
  }

  return {
    dialect: "sqlite",
    get read() {
      scope.refuseInside("read");
      return reader;
    },
    async tx(organisationId, fn) {
      scope.refuseInside("tx");
      return enqueue(() => run(organisationId, fn));
    },
    async systemTx(fn) {
      scope.refuseInside("systemTx");
      return enqueue(() => run(undefined, fn));
    },
    async ping() {
      try {
        reader.client.prepare("select 1 from organisations limit 1").get();
      } catch (error) {
        throw readableError(error);
      }
    },
    pendingMigrations: async () => pendingSqliteMigrations(reader.client, migrations),
    async close() {
      await enqueue(async () => {
        isClosed = true;
        reader.client.close();
        writer.client.close();
      });
    },
  };
}
