// What a caller meets when the database is busy, gives up or goes away: a retry it does not notice, or `unavailable`; never half a state.
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { freePort } from "#app/cli/free-port.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { openStore } from "#app/server/platform/open-store.server.ts";
import type { Store, Tx } from "#app/server/platform/store.server.ts";
import { openSqliteWriter, type SqliteDatabase } from "#db/client-sqlite.server.ts";
import { onEveryServer } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

const isUnavailable = (error: unknown) => isDomainError(error, "unavailable");

async function addTerm(tx: Tx, organisationId: string, term: string): Promise<void> {
  await tx.db.insert(tx.t.vendorTerms).values({ organisationId, term, vendorId: "ven_1" });
}

async function terms({ read }: Store): Promise<string[]> {
  const rows = await read.db.select({ term: read.t.vendorTerms.term }).from(read.t.vendorTerms);
  return rows.map(({ term }) => term).sort();
}

describe("another process that writes to the SQLite file", () => {
  let world: World;
  let other: SqliteDatabase;
  beforeEach(async () => {
    world = await aWorld();
    other = openSqliteWriter(join(world.portal.config.dataDir, "vouchsafe.sqlite")).client;
    other.exec("begin immediate");
  });

  it("is waited for without blocking this process", async () => {
    const { store, organisationId } = world;
    const waiting = store.tx(organisationId, (tx) => addTerm(tx, organisationId, "after"));
    expect(await terms(store)).toEqual([]);
    other.exec("insert into vendor_terms values ('org_x', 'before', 'ven_1')");
    other.exec("commit");
    await waiting;
    expect(await terms(store)).toEqual(["after", "before"]);
    other.close();
  });

  it("makes the store unavailable after five seconds, with a hint when to try again", async () => {
    const { store, organisationId } = world;
    const refused = await store.tx(organisationId, (tx) => addTerm(tx, organisationId, "x")).catch((error: unknown) => error);
    expect(refused).toSatisfy(isUnavailable);
    expect(refused).toMatchObject({ data: { retryAfterSeconds: 5 } });
    other.exec("rollback");
    await store.tx(organisationId, (tx) => addTerm(tx, organisationId, "later"));
    expect(await terms(store)).toEqual(["later"]);
    other.close();
  });
});

const endAll = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
const onPostgres = (title: string, tests: number, block: () => void) => onEveryServer(title, tests, block, ["postgres"]);

onPostgres("a PostgreSQL server that is away", 4, () => {
  it("refuses to start with `unavailable`", async () => {
    const settings = { databaseUrl: `postgres://nobody@127.0.0.1:${await freePort()}/none`, databasePool: 2, dataDir: "" };
    await expect(openStore(settings, () => undefined)).rejects.toSatisfy(isUnavailable);
  });

  it("ends a running transaction as `unavailable`, saves nothing of it, and serves the next one", async () => {
    const world = await aWorld({ engine: "postgres" });
    const { store, organisationId } = world;
    const cut = store.tx(organisationId, async (tx) => {
      await addTerm(tx, organisationId, "half");
      await world.sql(endAll);
      await addTerm(tx, organisationId, "other half");
    });
    await expect(cut).rejects.toSatisfy(isUnavailable);
    await store.tx(organisationId, (tx) => addTerm(tx, organisationId, "whole"));
    expect(await terms(store)).toEqual(["whole"]);
  });

  it("does not take the process down when it ends idle connections", async () => {
    const world = await aWorld({ engine: "postgres" });
    await world.sql(endAll);
    await world.store.ping().catch(() => undefined);
    await world.store.ping();
  });

  it("is asked again when it gives up a transaction because of a deadlock", async () => {
    const world = await aWorld({ engine: "postgres" });
    const { store, organisationId } = world;
    const other = await world.anotherOrganisation();
    const { organisations } = store.read.t;
    let runs = 0;
    let arrived = 0;
    let bothAreIn: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => {
      bothAreIn = resolve;
    });
    const crossing = (first: string, second: string) =>
      store.systemTx(async (tx) => {
        runs += 1;
        for (const id of [first, second]) {
          await tx.db
            .update(organisations)
            .set({ name: `${first} was here` })
            .where(eq(organisations.id, id));
          arrived += 1;
          if (arrived === 2) bothAreIn();
          if (runs <= 2) await meeting;
        }
      });
    await Promise.all([crossing(organisationId, other), crossing(other, organisationId)]);
    // On a busy machine the second try may take the row before the one that waits for it wakes, and they cross once more.
    expect(runs).toBeGreaterThanOrEqual(3);
    const { name } = (await store.read.db.select().from(organisations).where(eq(organisations.id, other)))[0]!;
    expect([organisationId, other].map((id) => `${id} was here`)).toContain(name);
  });
});
