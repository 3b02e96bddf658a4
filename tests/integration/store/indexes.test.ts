// Every index and unique key of the migrated database begins with the organisation, so that no query of one reads past the rows of
// another, and the tables can be spread by it. Read from the engines' own catalogues, so that a hand-written migration counts, too.
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

/** `table(first column, …)` of what begins otherwise, and why. A primary key on `id` alone is none: ids are unique everywhere. */
const exceptions: Record<string, string> = {
  "people(email_key)": "sign-in knows an e-mail address and no organisation yet",
  "sessions(token_hash)": "the secret in the cookie is all a request brings",
  "password_links(token_hash)": "the secret in the link is all a request brings",
  "vendor_links(token_hash)": "the secret in the link is all a vendor brings",
  "vendor_sessions(token_hash)": "the secret in the cookie is all a request brings",
  "jobs(state, run_at)": "one worker serves all organisations and takes what is due longest",
  "slots(name, slot)": "a table of the installation: the locks of the sweeps",
  "rate_limits(key)": "a table of the installation: counters by address or account",
  "rate_limits(expires_at)": "a table of the installation: counters that ran out are swept away",
  "schema_migrations(name)": "a table of the installation",
};

const ofSqlite = sql`(
  select m.name as "table", i.name as "index", c.name as "column", c.seqno as "position"
  from sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) c
  where m.type = 'table'
)`;

const ofPostgres = sql`(
  select t.relname as "table", i.relname as "index", a.attname as "column", k.position::int as "position"
  from pg_index x
  join pg_class t on t.oid = x.indrelid
  join pg_class i on i.oid = x.indexrelid
  join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
  cross join lateral unnest(x.indkey::int2[]) with ordinality as k(attnum, position)
  left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
)`;

/** `table(column, …)` of every index, primary and unique keys among them. */
async function indexesOf({ store: { read } }: World): Promise<string[]> {
  const from = read.dialect === "sqlite" ? ofSqlite : ofPostgres;
  const rows = await read.db
    .select({ table: sql<string>`"table"`, index: sql<string>`"index"`, column: sql<string | null>`"column"` })
    .from(sql`${from} as found`)
    .orderBy(sql`"table"`, sql`"index"`, sql`"position"`);
  const columns = new Map<string, (string | null)[]>();
  for (const { table, index, column } of rows) {
    const key = `${table} ${index}`;
    columns.set(key, [...(columns.get(key) ?? []), column]);
  }
  return [...columns].map(([key, names]) => `${key.split(" ")[0]}(${names.join(", ")})`);
}

onEveryEngine("indexes and unique keys", (engine) => {
  it("begin with the organisation, but for the listed ones that are read before it is known", async () => {
    const found = await indexesOf(await aWorld({ engine }));
    expect(found.length).toBeGreaterThan(80);
    const otherwise = found.filter((index) => !/\((organisation_id\b|id\))/.test(index));
    expect(otherwise.sort()).toEqual(Object.keys(exceptions).sort());
  });
});
