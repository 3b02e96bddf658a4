// The clockwork of one process: every minute it takes open turns of the sweeps and pokes the worker. It holds no work itself;
// several processes may tick, and missed ticks lose nothing.
import { schedule } from "node-cron";
import { sweepVault } from "#app/server/evidence/sweep-vault.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import { runSweeps } from "./run-sweeps.server.ts";

async function tick(portal: Portal): Promise<void> {
  try {
    await runSweeps(portal);
  } catch (error) {
    portal.logger.error({ err: error }, "a tick failed");
  }
  portal.waker.poke();
}

/** The process before this one may have died half an hour into a turn: its files are cleared whoever has the turn. */
async function firstTick(portal: Portal): Promise<void> {
  try {
    await sweepVault({ portal });
  } catch (error) {
    portal.logger.error({ err: error }, "the vault could not be swept");
  }
  await tick(portal);
}

/** Ticks now and then every minute; the returned function ends it and waits for the running tick. */
export function startTicking(portal: Portal): () => Promise<void> {
  let running = firstTick(portal);
  const task = schedule(
    "* * * * *",
    () => {
      running = tick(portal);
      return running;
    },
    { noOverlap: true },
  );
  return async () => {
    await task.destroy();
    await running;
  };
}
