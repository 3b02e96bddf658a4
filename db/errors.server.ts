// Tells which errors of the two drivers mean "the database is away or too busy" and which mean "run the transaction again".
// Everything else stays as it is: a defect. Drizzle's wrapper is taken off, because its message holds the query's values.
import { DomainError, isDomainError } from "#app/domain/errors.ts";

interface DriverError extends Error {
  code?: string;
  table?: string;
  /** pg puts the values of the offending row here. */
  detail?: string | undefined;
}

const lostNetwork = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
]);

/** Both drivers report some lost connections without a code; a PostgreSQL that is closed for maintenance reports it with a general one. */
const lostConnection =
  /connection terminated|connection error|timeout exceeded when trying to connect|pool after calling end|not queryable|database connection is not open|not currently accepting connections/i;

/** SQLSTATE classes: connection, resources, operator intervention (shutdown, cancelled), lock not available, read-only stand-by. */
const awayState = /^(08...|53...|57P0.|57014|55P03|25006|25P03|3D000|28...)$/;

const awaySqlite = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOTADB|CORRUPT|PROTOCOL)/;

/** The driver's own error below drizzle's wrapper. */
export function driverError(error: unknown): DriverError | undefined {
  let current = error;
  while (current instanceof Error && current.name !== "SqliteError" && current.cause instanceof Error) current = current.cause;
  return current instanceof Error ? current : undefined;
}

function isAway(error: DriverError): boolean {
  const code = error.code ?? "";
  return awayState.test(code) || awaySqlite.test(code) || lostNetwork.has(code) || lostConnection.test(error.message);
}

/** True when another writer holds SQLite's lock. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(driverError(error)?.code ?? "");
}

/** True when PostgreSQL gave up a transaction that succeeds when run again: serialization, deadlock, or two heads of one audit chain. */
export function isWorthRetrying(error: unknown): boolean {
  const driver = driverError(error);
  if (driver?.code === "40001" || driver?.code === "40P01") return true;
  return driver?.code === "23505" && (driver.table === "audit_entries" || driver.table === "audit_heads");
}

/** True when a row broke a unique key, on either engine: somebody else was faster, or it exists already. */
export function isUniqueViolation(error: unknown): boolean {
  const code = driverError(error)?.code ?? "";
  return code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY";
}

export function unavailable(cause?: unknown): DomainError {
  const error = new DomainError(
    "unavailable",
    "The database cannot be reached just now. Nothing was saved. Please try again in a moment.",
    {
      retryAfterSeconds: 5,
    },
  );
  if (cause !== undefined) error.cause = cause;
  return error;
}

/** What the caller sees: DomainError unavailable when the database is away, else the driver's error without wrapper and without values. */
export function readableError(error: unknown): unknown {
  if (isDomainError(error)) return error;
  const driver = driverError(error);
  if (driver === undefined) return error;
  if ("detail" in driver) driver.detail = undefined;
  if (isAway(driver)) return unavailable(driver);
  return error instanceof Error && error.message.startsWith("Failed query") ? driver : error;
}
