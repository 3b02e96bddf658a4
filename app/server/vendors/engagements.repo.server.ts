// Rows of engagements and of the revisions of their inherent-risk answers.
import { and, eq, inArray } from "drizzle-orm";
import type { PlannedStart } from "#app/domain/monitoring/catch-up-plan.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type NewEngagementRow = Tx["t"]["engagements"]["$inferInsert"];

export async function insertEngagement(tx: Tx, row: NewEngagementRow): Promise<void> {
  await tx.db.insert(tx.t.engagements).values(row);
}

export async function updateEngagement(tx: Tx, organisationId: string, id: string, change: Partial<NewEngagementRow>): Promise<void> {
  const { engagements } = tx.t;
  await tx.db
    .update(engagements)
    .set(change)
    .where(and(eq(engagements.organisationId, organisationId), eq(engagements.id, id)));
}

/** Ids in one statement. */
const atOnce = 500;

export async function setPlannedStart(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
  { on, by }: PlannedStart,
  now: Date,
): Promise<void> {
  const { engagements: t } = tx.t;
  for (let start = 0; start < ids.length; start += atOnce) {
    await tx.db
      .update(t)
      .set({ plannedStartOn: on, plannedStartBy: by, updatedAt: now })
      .where(and(eq(t.organisationId, organisationId), inArray(t.id, ids.slice(start, start + atOnce))));
  }
}

export async function insertInherentRisk(tx: Tx, row: Tx["t"]["inherentRisks"]["$inferInsert"]): Promise<void> {
  await tx.db.insert(tx.t.inherentRisks).values(row);
}

/** How many knock-outs limit a stored result: failed, half met or unproven. */
export async function countKnockOuts(from: Reader, organisationId: string, resultId: string): Promise<number> {
  const { results } = from.t;
  const [row] = await from.db
    .select({ json: results.json })
    .from(results)
    .where(and(eq(results.organisationId, organisationId), eq(results.id, resultId)))
    .limit(1);
  if (!row) return 0;
  const { cappedBy, heldBy } = JSON.parse(row.json) as { cappedBy: string[]; heldBy: string[] };
  return cappedBy.length + heldBy.length;
}
