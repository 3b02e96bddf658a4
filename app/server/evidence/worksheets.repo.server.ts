// Rows of worksheets: append-only revisions.
import type { Tx } from "../platform/store.server.ts";
import type { WorksheetRow } from "./worksheets.queries.server.ts";

export async function insertWorksheet(tx: Tx, row: WorksheetRow): Promise<void> {
  await tx.db.insert(tx.t.evidenceWorksheets).values(row);
}
