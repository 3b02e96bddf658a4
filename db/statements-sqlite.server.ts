// What drizzle sees of better-sqlite3: statements compiled once per connection and SQL text, errors as the store's errors.
// Statements are kept in two forms because `raw()` sticks to a statement; one shared form would mix arrays and objects.
import type { Database, Statement } from "better-sqlite3";
import { readableError } from "./errors.server.ts";

const keptStatements = 500;

/** SQLite compiles a statement anew at each run when the last LIMIT is bound, since its value may change the plan: it is written out instead. */
const boundLimit = / limit \?$/;

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

type Prepared = ReturnType<typeof prepareBoth>;
type Methods = ReturnType<typeof methodsOf>;

/** One statement for each limit that is asked for; there are few. */
function withLimitWritten(sql: string, prepare: (sql: string) => Prepared): Prepared {
  const head = sql.slice(0, -1);
  const methods = (form: (statement: Prepared) => Methods): Methods => {
    const call =
      <Name extends keyof Methods>(name: Name) =>
      (...values: Values) =>
        form(prepare(head + Number(values.at(-1))))[name](...values.slice(0, -1));
    return { run: call("run"), all: call("all"), get: call("get") } as Methods;
  };
  const raw = methods((statement) => statement.raw());
  return { ...methods((statement) => statement), raw: () => raw };
}

/** Stands in for the driver's Database towards drizzle; keeps the most recently used statements. */
export function rememberStatements(database: Database): Database {
  const known = new Map<string, Prepared>();
  const prepare = (sql: string): Prepared => {
    const statement = known.get(sql) ?? (boundLimit.test(sql) ? withLimitWritten(sql, prepare) : prepareBoth(database, sql));
    known.delete(sql);
    known.set(sql, statement);
    const oldest = known.keys().next();
    if (known.size > keptStatements && !oldest.done) known.delete(oldest.value);
    return statement;
  };
  return { prepare } as unknown as Database;
}
