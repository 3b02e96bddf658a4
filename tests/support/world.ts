// A fresh portal for one test: migrated database, still clock, counted ids, captured log, one organisation.
// Jobs wait for `world.portal.waker.drain()`. Worlds of a file are closed when its tests are done.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Role } from "#app/domain/access/roles.ts";
import { createOrganisation } from "#app/server/people/create-organisation.server.ts";
import { readConfig } from "#app/server/platform/config.server.ts";
import type { Actor, Context } from "#app/server/platform/context.server.ts";
import { createLogger } from "#app/server/platform/logger.server.ts";
import { openStore } from "#app/server/platform/open-store.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import type { Store } from "#app/server/platform/store.server.ts";
import { createWaker } from "#app/server/platform/waker.server.ts";
import { aClock, type MovableClock } from "./clock.ts";
import { copySqliteTemplate, freshPostgres } from "./databases.ts";
import { runFolder } from "./engines.ts";
import { countingIds } from "./ids.ts";
import type { Engine } from "./postgres.ts";

export interface WorldOptions {
  engine?: Engine;
  /** Where the clock stands at first. */
  now?: string;
  timeZone?: string;
}

export interface World {
  readonly engine: Engine;
  readonly portal: Portal;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly organisationId: string;
  /** Everything logged so far, one object per line. */
  readonly logs: Record<string, unknown>[];
  /** The context of a request by this actor; its `now` is always the clock's. */
  as(actor: Actor): Context;
  /** The context of a job. */
  asSystem(job?: string): Context;
  /** The context of a new person with these roles. */
  asPerson(roles: readonly Role[], name?: string): Promise<Context & { actor: Extract<Actor, { kind: "person" }> }>;
  /** Another organisation of the same installation. */
  anotherOrganisation(): Promise<string>;
  close(): Promise<void>;
}

const open = new Set<World>();
afterAll(async () => {
  for (const world of open) await world.close();
});

/** One row of `people`, without a password: tests of sign-in use the verbs. */
async function insertPerson(portal: Portal, organisationId: string, roles: readonly Role[], name: string) {
  const personId = portal.ids.next("person");
  const email = `${personId}@shop.example`;
  const row = { id: personId, organisationId, name, nameKey: name.toLowerCase(), email, emailKey: email, roles: [...roles] };
  await portal.store.systemTx((tx) => tx.db.insert(tx.t.people).values({ ...row, createdAt: portal.clock.now() }));
  return { kind: "person", organisationId, personId, name, email, roles, sessionId: portal.ids.next("session") } as const;
}

export async function aWorld({ engine = "sqlite", now = "2026-11-23T09:00:00Z", timeZone = "UTC" }: WorldOptions = {}): Promise<World> {
  const dataDir = mkdtempSync(join(runFolder(), "world-"));
  const database = engine === "sqlite" ? undefined : await freshPostgres();
  if (engine === "sqlite") await copySqliteTemplate(join(dataDir, "vouchsafe.sqlite"));
  const config = readConfig({ NODE_ENV: "test", DATA_DIR: dataDir, DATABASE_URL: database?.url, DATABASE_POOL: "8", LOG_LEVEL: "info" });
  const logs: Record<string, unknown>[] = [];
  const logger = createLogger(config, { write: (line) => void logs.push(JSON.parse(line)) });
  const clock = aClock(now);
  const ids = countingIds();
  const waker = createWaker({ onError: (error) => logger.error({ err: error }, "the job worker failed"), runsByItself: false });
  const store = await openStore(config, () => waker.poke());
  const portal = { config, store, clock, ids, logger, waker } as Partial<Portal> as Portal;

  let requests = 0;
  const as = <A extends Actor>(actor: A) => {
    requests += 1;
    const traceId = `trace-${requests}`;
    return {
      portal,
      actor,
      traceId,
      ip: "192.0.2.1",
      get now() {
        return clock.now();
      },
    };
  };
  const setUp = (name: string) => createOrganisation(as({ kind: "anonymous", organisationId: "" }), { name, timeZone });
  const organisationId = await setUp("Lantern Shop");

  const world: World = {
    engine,
    portal,
    store,
    clock,
    organisationId,
    logs,
    as,
    asSystem: (job = "test") => as({ kind: "system", organisationId, job }),
    asPerson: async (roles, name = "Kim Example") => as(await insertPerson(portal, organisationId, roles, name)),
    anotherOrganisation: () => setUp("Other Shop"),
    async close() {
      if (!open.delete(world)) return;
      await waker.stop();
      await store.close();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  open.add(world);
  return world;
}
