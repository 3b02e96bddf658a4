// The clockwork of one process: every minute it takes open turns of the sweeps and pokes the worker. It holds no work itself;
// several processes may tick, and missed ticks lose nothing.
import { schedule } from "node-cron";
import type { Portal } from "#app/server/platform/portal.server.ts";
import { runSweeps } from "./run-sweeps.server.ts";
import { sweeps } from "./sweeps.server.ts";

/** Ticks now and then every minute; the returned function ends it and waits for the running tick. */
export function startTicking(portal: Portal): () => Promise<void> {
  // Until a tick has got through: the database may be away when the process starts.
  let isStart = true;
  async function tick(): Promise<void> {
    try {
      await runSweeps(portal, sweeps, { isStart });
      isStart = false;
    } catch (error) {
      portal.logger.error({ err: error }, "a tick failed");
    }
    portal.waker.poke();
  }
  let running = tick();
  const task = schedule(
    "* * * * *",
    () => {
      running = tick();
      return running;
    },
    { noOverlap: true },
  );
  return async () => {
    await task.destroy();
    await running;
  };
}
