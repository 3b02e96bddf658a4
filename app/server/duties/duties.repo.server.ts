// Rows of duties: what vendors' reports expect from us.
import { and, eq } from "drizzle-orm";
import type { Tx } from "../platform/store.server.ts";

export type DutyRow = Tx["t"]["duties"]["$inferSelect"];

export async function insertDuty(tx: Tx, row: DutyRow): Promise<void> {
  await tx.db.insert(tx.t.duties).values(row);
}

export async function updateDuty(tx: Tx, organisationId: string, id: string, change: Partial<DutyRow>): Promise<void> {
  const { duties: t } = tx.t;
  await tx.db
    .update(t)
    .set(change)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)));
}
