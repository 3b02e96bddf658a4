// The janitor of the vault: removes what a crash left between bytes and row. Every file that a row names stays. It comes at every
// start, when there is most to find, and every hour.
import type { Context } from "../platform/context.server.ts";
import { findNamedBlobs } from "../platform/unscoped.queries.server.ts";

/** An upload may last half an hour; a row follows its bytes at once. Both are far within these. */
const idleMs = 2 * 3_600_000;
const ageMs = 24 * 3_600_000;

export async function sweepVault({ portal }: Pick<Context, "portal">): Promise<void> {
  const temporary = await portal.vault.sweepTemporaryFiles(idleMs);
  const orphans = await portal.vault.sweepOrphans(ageMs, (keys) => findNamedBlobs(portal.store.read, keys));
  if (temporary + orphans > 0) portal.logger.info({ temporary, orphans }, "the vault was swept");
}
