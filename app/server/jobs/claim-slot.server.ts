// A slot is one turn of a sweep, such as the day 2026-11-23. Its row is the lock: one process gets it, the others pass.
import type { Store } from "#app/server/platform/store.server.ts";
import { deleteOldSlots, insertSlot } from "./jobs.repo.server.ts";

/** Turns that ended this long ago are never asked for again. */
const keptMs = 60 * 24 * 60 * 60_000;

/** True when the caller does this turn; false when somebody did or does it. */
export async function claimSlot(store: Store, name: string, slot: string, now: Date): Promise<boolean> {
  return store.systemTx(async (tx) => {
    const isMine = await insertSlot(tx, name, slot, now);
    if (isMine) await deleteOldSlots(tx, name, new Date(now.getTime() - keptMs));
    return isMine;
  });
}
