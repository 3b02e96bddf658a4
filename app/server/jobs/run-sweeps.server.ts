// Runs every sweep whose turn nobody has taken yet, for every organisation. Safe to call as often as one likes, in any process.
import type { Portal } from "#app/server/platform/portal.server.ts";
import { claimSlot } from "./claim-slot.server.ts";
import { listOrganisationIds } from "./organisation-ids.queries.server.ts";
import { jobContext } from "./run-due-jobs.server.ts";
import { type Sweep, sweeps } from "./sweeps.server.ts";

/**
 * A sweep that fails is logged and does not keep the others from running. Returns how many ran. With `isStart` those that also run at a
 * start do so whoever has the turn; they take it where it is free, so that they run once.
 */
export async function runSweeps(
  portal: Portal,
  all: Readonly<Record<string, Sweep>> = sweeps,
  { isStart = false }: { isStart?: boolean } = {},
): Promise<number> {
  let taken = 0;
  for (const organisationId of await listOrganisationIds(portal.store.read)) {
    for (const [name, sweep] of Object.entries(all)) {
      const now = portal.clock.now();
      const turn = sweep.turnOf(now);
      const isMine = await claimSlot(portal.store, name, `${organisationId} ${turn}`, now);
      if (!isMine && !(isStart && sweep.alsoAtStart)) continue;
      taken += 1;
      try {
        await sweep.run(jobContext(portal, organisationId, name, `${name}-${turn}`));
      } catch (error) {
        portal.logger.error({ err: error, sweep: name, turn }, "a sweep failed");
      }
    }
  }
  return taken;
}
