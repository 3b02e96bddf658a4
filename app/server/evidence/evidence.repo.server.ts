// Rows of evidence, where each file is used, and documents asked for.
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "../platform/store.server.ts";

export type NewEvidenceRow = Tx["t"]["evidence"]["$inferInsert"];

export async function insertEvidence(tx: Tx, row: NewEvidenceRow): Promise<void> {
  await tx.db.insert(tx.t.evidence).values(row);
}

export async function updateEvidence(tx: Tx, organisationId: string, id: string, change: Partial<NewEvidenceRow>): Promise<void> {
  const { evidence } = tx.t;
  await tx.db
    .update(evidence)
    .set(change)
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.id, id)));
}

/** Attaches a file to a question; attaching it again after it was taken off counts as new. */
export async function attachEvidence(
  tx: Tx,
  use: { organisationId: string; assessmentId: string; questionKey: string; evidenceId: string; addedAt: Date },
): Promise<void> {
  const { evidenceUses: t } = tx.t;
  await tx.db
    .insert(t)
    .values(use)
    .onConflictDoUpdate({
      target: [t.organisationId, t.assessmentId, t.questionKey, t.evidenceId],
      set: { addedAt: use.addedAt, removedAt: null },
    });
}

export async function detachEvidence(
  tx: Tx,
  organisationId: string,
  evidenceId: string,
  assessmentId: string,
  removedAt: Date,
): Promise<void> {
  const { evidenceUses: t } = tx.t;
  await tx.db
    .update(t)
    .set({ removedAt })
    .where(and(eq(t.organisationId, organisationId), eq(t.evidenceId, evidenceId), eq(t.assessmentId, assessmentId), isNull(t.removedAt)));
}

/** Takes a file off one question. */
export async function detachUse(
  tx: Tx,
  use: { organisationId: string; assessmentId: string; questionKey: string; evidenceId: string },
  removedAt: Date,
): Promise<void> {
  const { evidenceUses: t } = tx.t;
  const { organisationId, assessmentId, questionKey, evidenceId } = use;
  await tx.db
    .update(t)
    .set({ removedAt })
    .where(
      and(
        eq(t.organisationId, organisationId),
        eq(t.assessmentId, assessmentId),
        eq(t.questionKey, questionKey),
        eq(t.evidenceId, evidenceId),
        isNull(t.removedAt),
      ),
    );
}

/** Inserts the request unless the same need was asked for before; true when it is new. */
export async function insertEvidenceRequest(tx: Tx, row: Tx["t"]["evidenceRequests"]["$inferInsert"]): Promise<boolean> {
  const { evidenceRequests: t } = tx.t;
  const rows = await tx.db
    .insert(t)
    .values(row)
    .onConflictDoNothing({ target: [t.organisationId, t.key] })
    .returning({ id: t.id });
  return rows.length === 1;
}

export async function closeEvidenceRequest(
  tx: Tx,
  organisationId: string,
  id: string,
  change: { status: "fulfilled" | "cancelled"; fulfilledById?: string; closedAt: Date },
): Promise<void> {
  const { evidenceRequests: t } = tx.t;
  await tx.db
    .update(t)
    .set(change)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)));
}
