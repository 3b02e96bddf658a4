// The two doors to the data: `read` for queries, `tx` for mutations of one organisation (`systemTx` for work without one).
// A tx may be run again, so it has no side effects and awaits nothing foreign; inside it only `tx` is read.
import type { Connection, Dialect, ReadDb, WriteDb } from "#db/connection.server.ts";
import type { Tables } from "#db/tables.server.ts";

declare const writes: unique symbol;

/** Place of the audit chain, read at most once per tx. */
export interface AuditHead {
  seq: number;
  hash: string;
}

export interface Reader {
  readonly db: ReadDb;
  readonly t: Tables;
  readonly dialect: Dialect;
  /** Prepared statements of this connection; use `prepared`. */
  readonly statements: Map<string, unknown>;
}

/** A transaction. Serves wherever a Reader is asked for; a Reader never serves as a Tx. */
export interface Tx extends Reader {
  readonly db: WriteDb;
  readonly [writes]: true;
  /** Whose data is being changed; undefined in systemTx. */
  readonly organisationId: string | undefined;
  /** Owned by recordAuditEvent. */
  auditHead: AuditHead | undefined;
  /** Set by enqueueJob: the worker of this process is woken after COMMIT. */
  hasQueuedJobs: boolean;
}

export interface Store {
  readonly dialect: Dialect;
  /** Committed data. Throws inside a tx, where only `tx` may be read. */
  readonly read: Reader;
  /** Runs `fn` in the one transaction of a verb; mutations of one organisation are serial. Throws inside another tx. */
  tx<T>(organisationId: string, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** For work without an organisation (claiming jobs, sessions, limits): no head is locked and no audit event can be recorded. */
  systemTx<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Throws DomainError unavailable when the database does not answer. */
  ping(): Promise<void>;
  /** Names of migrations this program has and the database has not. */
  pendingMigrations(): Promise<string[]>;
  /** Waits for running transactions, then closes all connections. */
  close(): Promise<void>;
}

/** What a Tx is made of, for the two engines' stores. `isOpen` is asked on every use: a tx that is over cannot be used by accident. */
export function makeTx(connection: Connection, organisationId: string | undefined, isOpen: () => boolean): Tx {
  const tx = {
    get db() {
      if (!isOpen()) throw new Error("This transaction is over: something inside it was not awaited.");
      return connection.db;
    },
    t: connection.t,
    dialect: connection.dialect,
    statements: connection.statements,
    organisationId,
    auditHead: undefined,
    hasQueuedJobs: false,
  };
  return tx as unknown as Tx;
}

/**
 * A query prepared once per connection. `key` names it for the whole program (at most 60 letters) and `build` ends in
 * `.prepare(key)`; run it with `.execute({…})`. Inside a tx pass the tx, or the statement runs outside of it.
 */
export function prepared<From extends Reader, Query>(from: From, key: string, build: (from: From, key: string) => Query): Query {
  const known = from.statements.get(key) as Query | undefined;
  if (known !== undefined) return known;
  const query = build(from, key);
  from.statements.set(key, query);
  return query;
}
