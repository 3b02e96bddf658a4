// Rows of the subcontractors that vendors' reports name.
import { and, eq } from "drizzle-orm";
import type { Tx } from "../platform/store.server.ts";
import type { SubcontractorRow } from "./subcontractors.queries.server.ts";

export async function insertSubcontractor(tx: Tx, row: SubcontractorRow): Promise<void> {
  await tx.db.insert(tx.t.subcontractors).values(row);
}

export async function updateSubcontractor(tx: Tx, organisationId: string, id: string, change: Partial<SubcontractorRow>): Promise<void> {
  const { subcontractors: t } = tx.t;
  await tx.db
    .update(t)
    .set(change)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)));
}
