// Writes on which days first assessments of services already in use are planned to start. The caller records why.
import type { PlannedStart } from "#app/domain/monitoring/catch-up-plan.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { setPlannedStart } from "./engagements.repo.server.ts";

/** One write per day, whatever the number of engagements. */
export async function planStarts(
  tx: Tx,
  grant: Grant,
  days: readonly (PlannedStart & { engagementIds: readonly string[] })[],
  now: Date,
): Promise<void> {
  for (const { engagementIds, ...start } of days) await setPlannedStart(tx, grant.organisationId, engagementIds, start, now);
}
