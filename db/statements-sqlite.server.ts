// What drizzle sees of better-sqlite3: statements compiled once per connection and SQL text, errors as the store's errors.
// Statements are kept in two forms because `raw()` sticks to a statement; one shared form would mix arrays and objects.
import type { Database, Statement } from "better-sqlite3";
import { readableError } from "./errors.server.ts";

const keptStatements = 500;

type Values = unknown[];

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw readableError(error);
  }
}

function methodsOf(statement: Statement) {
  return {
    run: (...values: Values) => guarded(() => statement.run(...values)),
    all: (...values: Values) => guarded(() => statement.all(...values)),
    get: (...values: Values) => guarded(() => statement.get(...values)),
  };
}

function prepareBoth(database: Database, sql: string) {
  let arrays: ReturnType<typeof methodsOf> | undefined;
  const objects = methodsOf(guarded(() => database.prepare(sql)));
  const raw = () => {
    arrays ??= methodsOf(database.prepare(sql).raw());
    return arrays;
  };
  return { ...objects, raw };
}

/** Stands in for the driver's Database towards drizzle; keeps the most recently used statements. */
export function rememberStatements(database: Database): Database {
  const known = new Map<string, ReturnType<typeof prepareBoth>>();
  const prepare = (sql: string) => {
    const statement = known.get(sql) ?? prepareBoth(database, sql);
    known.delete(sql);
    known.set(sql, statement);
    const oldest = known.keys().next();
    if (known.size > keptStatements && !oldest.done) known.delete(oldest.value);
    return statement;
  };
  return { prepare } as unknown as Database;
}
