// Rows of findings and of the notes on them.
import { and, eq, max } from "drizzle-orm";
import type { Tx } from "../platform/store.server.ts";
import type { FindingNoteRow, FindingRow } from "./findings.queries.server.ts";

/** Numbers count from 1 per organisation; mutations of one organisation are serial. */
export async function nextFindingNumber(tx: Tx, organisationId: string): Promise<number> {
  const { findings: f } = tx.t;
  const [row] = await tx.db
    .select({ number: max(f.number) })
    .from(f)
    .where(eq(f.organisationId, organisationId));
  return Number(row?.number ?? 0) + 1;
}

/** True when it is new; the same key opens once. */
export async function insertFinding(tx: Tx, row: FindingRow): Promise<boolean> {
  const { findings: f } = tx.t;
  const rows = await tx.db
    .insert(f)
    .values(row)
    .onConflictDoNothing({ target: [f.organisationId, f.key] })
    .returning({ id: f.id });
  return rows.length === 1;
}

export async function updateFinding(tx: Tx, organisationId: string, id: string, change: Partial<FindingRow>): Promise<void> {
  const { findings: f } = tx.t;
  await tx.db
    .update(f)
    .set(change)
    .where(and(eq(f.organisationId, organisationId), eq(f.id, id)));
}

export async function insertFindingNote(tx: Tx, row: FindingNoteRow): Promise<void> {
  await tx.db.insert(tx.t.findingNotes).values(row);
}
