// A fresh portal for one test: every real part, a migrated database, still clock, counted ids, captured log, one organisation.
// Jobs wait for `world.portal.waker.drain()`. A test that renders PDFs awaits builtPdfWorker() first. Worlds of a file are closed
// when its tests are done.
import { mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import type { Role } from "#app/domain/access/roles.ts";
import { createOrganisation } from "#app/server/people/create-organisation.server.ts";
import { assemblePortal } from "#app/server/platform/assemble-portal.server.ts";
import { readConfig } from "#app/server/platform/config.server.ts";
import type { Actor, Context } from "#app/server/platform/context.server.ts";
import { createLogger } from "#app/server/platform/logger.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import type { Store } from "#app/server/platform/store.server.ts";
import { checkShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import type { Shipped, ShippedReadings } from "#app/server/questionnaires/shipped-files.server.ts";
import { aClock, type MovableClock } from "./clock.ts";
import { copyDataFolder, freshDatabase } from "./databases.ts";
import { oncePerRun, runFolder } from "./engines.ts";
import { countingIds } from "./ids.ts";
import type { Engine } from "./postgres.ts";

export interface WorldOptions {
  engine?: Engine;
  /** Where the clock stands at first. */
  now?: string;
  timeZone?: string;
  /** Further variables of the configuration, such as SMTP_URL. */
  env?: Record<string, string>;
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
  /** Runs SQL past the product, as somebody with rights on the database could. */
  sql(statement: string): Promise<void>;
  /** Closes the portal and leaves its data to a process that opens them next; `close` still removes them. */
  leave(): Promise<{ dataDir: string; databaseUrl: string }>;
  close(): Promise<void>;
}

let readings: Promise<ShippedReadings> | undefined;

/** All worlds of a run read the shipped questionnaires once: linting them takes seconds. */
async function shippedReadings(): Promise<ShippedReadings> {
  const text = await oncePerRun("shipped", async () => {
    const shipped: ShippedReadings = new Map();
    await checkShippedQuestionnaires({ shipped });
    return JSON.stringify([...shipped]);
  });
  return new Map(JSON.parse(text) as [string, Shipped[]][]);
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

const builtWorker = pathToFileURL(resolve("build/workers/pdf.worker.js"));

export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const { engine = "sqlite", now = "2026-11-23T09:00:00Z", timeZone = "UTC", env = {} } = options;
  readings ??= shippedReadings();
  const shipped = await readings;
  const dataDir = mkdtempSync(join(runFolder(), "world-"));
  await copyDataFolder(dataDir, engine);
  const database = await freshDatabase(engine, dataDir);
  const settings = { NODE_ENV: "test", DATA_DIR: dataDir, DATABASE_URL: database.url, DATABASE_POOL: "8", LOG_LEVEL: "info" };
  const config = readConfig({ ...settings, ...env });
  const logs: Record<string, unknown>[] = [];
  const clock = aClock(now);
  const portal = await assemblePortal(config, {
    clock,
    ids: countingIds(),
    workerUrl: builtWorker,
    shipped,
    runsJobsByItself: false,
    logger: createLogger(config, { write: (line) => void logs.push(JSON.parse(line)) }),
    ...(database.openStore ? { openStore: database.openStore } : {}),
  });
  const { store, waker, pdf } = portal;
  // What the start itself said is no test's business.
  logs.length = 0;

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

  let isLeft = false;
  const closePortal = async () => {
    if (isLeft) return;
    isLeft = true;
    await waker.stop();
    await pdf.close();
    await store.close();
  };

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
    sql: database.sql,
    async leave() {
      await closePortal();
      return { dataDir, databaseUrl: database.url };
    },
    async close() {
      if (!open.delete(world)) return;
      await closePortal();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  open.add(world);
  return world;
}
