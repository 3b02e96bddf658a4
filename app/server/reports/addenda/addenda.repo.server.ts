// Rows of addenda: written with the event, named once with their document.
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "../../platform/store.server.ts";
import type { AddendumRow } from "./addenda.queries.server.ts";

/** False when this cause is known already. */
export async function insertAddendum(tx: Tx, row: Omit<AddendumRow, "evidenceId">): Promise<boolean> {
  const { addenda: a } = tx.t;
  const rows = await tx.db
    .insert(a)
    .values({ ...row, evidenceId: null })
    .onConflictDoNothing()
    .returning({ id: a.id });
  return rows.length > 0;
}

/** False when it names a document already. */
export async function nameAddendumDocument(tx: Tx, organisationId: string, id: string, evidenceId: string): Promise<boolean> {
  const { addenda: a } = tx.t;
  const rows = await tx.db
    .update(a)
    .set({ evidenceId })
    .where(and(eq(a.organisationId, organisationId), eq(a.id, id), isNull(a.evidenceId)))
    .returning({ id: a.id });
  return rows.length > 0;
}
