// The job queue: each job once, whatever the number of workers; failures come back later and at last stay visible.
import { describe, expect, it } from "vitest";
import { DomainError } from "#app/domain/errors.ts";
import { claimSlot } from "#app/server/jobs/claim-slot.server.ts";
import { enqueueJob } from "#app/server/jobs/enqueue-job.server.ts";
import { pauseAfter, runDueJobs } from "#app/server/jobs/run-due-jobs.server.ts";
import { runSweeps } from "#app/server/jobs/run-sweeps.server.ts";
import { startWorker } from "#app/server/jobs/start-worker.server.ts";
import { hourly } from "#app/server/jobs/sweeps.server.ts";
import type { Context } from "#app/server/platform/context.server.ts";
import { openStore } from "#app/server/platform/open-store.server.ts";
import type { Store } from "#app/server/platform/store.server.ts";
import { onEveryEngine } from "#tests/support/engines.ts";
import { aWorld, type World } from "#tests/support/world.ts";

interface TestPayloads {
  greet: { name: string };
}

async function queue(world: World, key: string, inMinutes = 0, store: Store = world.store): Promise<boolean> {
  const now = world.clock.now();
  const runAt = new Date(now.getTime() + inMinutes * 60_000);
  const { organisationId } = world;
  return store.systemTx((tx) => enqueueJob<TestPayloads>(tx, organisationId, { kind: "greet", key, payload: { name: key }, runAt }, now));
}

async function jobsOf({ store }: World) {
  const { jobs } = store.read.t;
  return store.read.db.select().from(jobs).orderBy(jobs.key);
}

/** The same database seen by a second process. */
async function anotherProcess(world: World) {
  const store = await openStore(world.portal.config, () => undefined);
  return { portal: { ...world.portal, store }, close: () => store.close() };
}

onEveryEngine("the job queue", (engine) => {
  it("runs a job in the name of the system when its time has come, not before", async () => {
    const world = await aWorld({ engine });
    const ran: [string, Context["actor"], string][] = [];
    const greet = async (ctx: Context, payload: { name: string }) => void ran.push([payload.name, ctx.actor, ctx.now.toISOString()]);
    await queue(world, "later", 30);
    await queue(world, "now");
    expect(await runDueJobs(world.portal, { greet }, "w1")).toBe(1);
    expect(ran).toEqual([["now", { kind: "system", organisationId: world.organisationId, job: "greet" }, "2026-11-23T09:00:00.000Z"]]);
    world.clock.advance({ minutes: 30 });
    expect(await runDueJobs(world.portal, { greet }, "w1")).toBe(1);
    expect(await runDueJobs(world.portal, { greet }, "w1")).toBe(0);
    expect((await jobsOf(world)).map(({ key, state }) => [key, state])).toEqual([
      ["later", "done"],
      ["now", "done"],
    ]);
  });

  it("queues the same key once, also when it was done long ago, and nothing when the transaction is refused", async () => {
    const world = await aWorld({ engine });
    expect(await queue(world, "once")).toBe(true);
    expect(await queue(world, "once")).toBe(false);
    await runDueJobs(world.portal, { greet: async () => undefined }, "w1");
    world.clock.advance({ days: 400 });
    expect(await queue(world, "once")).toBe(false);
    const now = world.clock.now();
    const refused = world.store.systemTx(async (tx) => {
      await enqueueJob<TestPayloads>(tx, world.organisationId, { kind: "greet", key: "never", payload: { name: "" }, runAt: now }, now);
      throw new DomainError("conflict", "Somebody was faster.");
    });
    await expect(refused).rejects.toThrow("conflict");
    expect(await jobsOf(world)).toHaveLength(1);
  });

  it("runs each of 40 jobs exactly once with two processes working at the same time", async () => {
    const world = await aWorld({ engine });
    for (let n = 0; n < 40; n++) await queue(world, `job ${n}`);
    const second = engine === "pglite" ? undefined : await anotherProcess(world);
    const ran: string[] = [];
    const workers = new Set<string>();
    const greetAs = (worker: string) => async (_: Context, payload: { name: string }) => {
      workers.add(worker);
      ran.push(payload.name);
      await new Promise((resolve) => setImmediate(resolve));
    };
    await Promise.all([
      runDueJobs(world.portal, { greet: greetAs("w1") }, "w1"),
      runDueJobs(second?.portal ?? world.portal, { greet: greetAs("w2") }, "w2"),
    ]);
    await second?.close();
    expect(ran.sort()).toEqual(Array.from({ length: 40 }, (_, n) => `job ${n}`).sort());
    expect(workers).toEqual(new Set(["w1", "w2"]));
  });

  it("leaves a running job alone until its lease ends, and then does not let the late worker end it", async () => {
    const world = await aWorld({ engine });
    await queue(world, "slow");
    let finish: () => void = () => undefined;
    const isSlow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let started: () => void = () => undefined;
    const hasStarted = new Promise<void>((resolve) => {
      started = resolve;
    });
    const dying = runDueJobs(
      world.portal,
      {
        greet: async () => {
          started();
          await isSlow;
          throw new Error("too late");
        },
      },
      "w1",
    );
    await hasStarted;
    expect(await runDueJobs(world.portal, { greet: async () => undefined }, "w2")).toBe(0);
    world.clock.advance({ minutes: 11 });
    expect(await runDueJobs(world.portal, { greet: async () => undefined }, "w2")).toBe(1);
    finish();
    await dying;
    expect(await jobsOf(world)).toMatchObject([{ state: "done", attempts: 2, lastError: null, leasedBy: null }]);
  });

  it("tries a failing job again later and later, and then keeps it as dead with its reason", async () => {
    const world = await aWorld({ engine });
    await queue(world, "fails");
    const greet = async () => {
      throw new DomainError("unavailable", "The mail server is away.");
    };
    const pauses: number[] = [];
    for (let tries = 0; tries < 20; tries++) {
      await runDueJobs(world.portal, { greet }, "w1");
      const [job] = await jobsOf(world);
      if (job?.state === "dead") break;
      const pause = (job?.runAt.getTime() ?? 0) - world.clock.now().getTime();
      pauses.push(pause / 60_000);
      world.clock.advance({ milliseconds: pause - 1 });
      expect(await runDueJobs(world.portal, { greet }, "w1")).toBe(0);
      world.clock.advance({ milliseconds: 1 });
    }
    expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720]);
    expect(await jobsOf(world)).toMatchObject([{ state: "dead", attempts: 8, lastError: "unavailable: The mail server is away." }]);
    expect(world.logs.filter(({ msg }) => msg === "a job failed")).toHaveLength(8);
  });

  it("goes on with the other jobs when one fails or has no handler, and keeps values out of the reason", async () => {
    const world = await aWorld({ engine });
    await queue(world, "a fails");
    await queue(world, "b works");
    const greet = async (_: Context, { name }: { name: string }) => {
      if (name === "a fails") throw new TypeError("the secret is 42");
    };
    expect(await runDueJobs(world.portal, { greet }, "w1")).toBe(2);
    expect(await jobsOf(world)).toMatchObject([
      { state: "waiting", lastError: "TypeError" },
      { state: "done", lastError: null },
    ]);
    world.clock.advance({ hours: 1 });
    expect(await runDueJobs(world.portal, {}, "w1")).toBe(1);
    expect(await jobsOf(world)).toMatchObject([{ state: "waiting", attempts: 2, lastError: "Error" }, { state: "done" }]);
  });

  it("wakes the worker of this process after the COMMIT that queued a job, and jobs that queue jobs are run too", async () => {
    const world = await aWorld({ engine });
    const ran: string[] = [];
    startWorker(world.portal, {
      greet: async (_: Context, { name }: { name: string }) => {
        ran.push(name);
        if (name === "first") await queue(world, "second");
      },
    });
    await queue(world, "first");
    expect(ran).toEqual([]);
    await world.portal.waker.drain();
    expect(ran).toEqual(["first", "second"]);
  });
});

onEveryEngine("sweeps", (engine) => {
  it("get a slot once, whoever asks", async () => {
    const world = await aWorld({ engine });
    const second = engine === "pglite" ? undefined : await anotherProcess(world);
    const stores = [world.store, second?.portal.store ?? world.store];
    const now = world.clock.now();
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => claimSlot(stores[n % 2] ?? world.store, "sweep", "2026-11-23", now)),
    );
    await second?.close();
    expect(claims.filter((isMine) => isMine)).toHaveLength(1);
    expect(await claimSlot(world.store, "sweep", "2026-11-24", now)).toBe(true);
    expect(await claimSlot(world.store, "other sweep", "2026-11-23", now)).toBe(true);
    const later = new Date("2027-11-23T00:00:00Z");
    expect(await claimSlot(world.store, "sweep", "2027-11-23", later)).toBe(true);
    const { slots } = world.store.read.t;
    expect((await world.store.read.db.select().from(slots)).map(({ slot }) => slot).sort()).toEqual(["2026-11-23", "2027-11-23"]);
  });

  it("run once per turn and organisation, go on after a failure, and make up for missed turns with one", async () => {
    const world = await aWorld({ engine });
    const other = await world.anotherOrganisation();
    const ran: string[] = [];
    const sweeps = {
      broken: {
        turnOf: hourly,
        run: async () => {
          throw new Error("broken");
        },
      },
      due: { turnOf: hourly, run: async (ctx: Context) => void ran.push(ctx.actor.organisationId) },
    };
    await runSweeps(world.portal, sweeps);
    await runSweeps(world.portal, sweeps);
    expect(ran.sort()).toEqual([world.organisationId, other].sort());
    world.clock.advance({ days: 3 });
    await runSweeps(world.portal, sweeps);
    expect(ran).toHaveLength(4);
    expect(world.logs.filter(({ msg }) => msg === "a sweep failed")).toHaveLength(4);
  });

  it("runs what clears up after a process that died at each start, once, even in a turn that one took; the rest waits for its turn", async () => {
    const world = await aWorld({ engine });
    const ran: string[] = [];
    const sweeps = {
      clears: { turnOf: hourly, alsoAtStart: true, run: async () => void ran.push("clears") },
      due: { turnOf: hourly, run: async () => void ran.push("due") },
    };
    await runSweeps(world.portal, sweeps, { isStart: true });
    expect(ran).toEqual(["clears", "due"]);
    await runSweeps(world.portal, sweeps);
    expect(ran).toEqual(["clears", "due"]);
    await runSweeps(world.portal, sweeps, { isStart: true });
    expect(ran).toEqual(["clears", "due", "clears"]);
    world.clock.advance({ hours: 1 });
    await runSweeps(world.portal, sweeps);
    expect(ran).toEqual(["clears", "due", "clears", "clears", "due"]);
  });
});

describe("the pauses between tries", () => {
  it("grow, and end after the last try", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempts) => pauseAfter(attempts) ?? 0);
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
    expect(pauseAfter(8)).toBeUndefined();
  });
});
