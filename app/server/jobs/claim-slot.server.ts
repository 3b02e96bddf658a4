// A slot is one turn of a sweep, such as the day 2026-11-23. Its row is the lock: one process gets it, the others pass.
import type { Store } from "#app/server/platform/store.server.ts";
import { insertSlot } from "./jobs.repo.server.ts";

/** True when the caller does this turn; false when somebody did or does it. */
export async function claimSlot(store: Store, name: string, slot: string, now: Date): Promise<boolean> {
  return store.systemTx((tx) => insertSlot(tx, name, slot, now));
}
