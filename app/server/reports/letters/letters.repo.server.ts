// Rows of decision letters: written when an officer sends one, named once with its document.
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "../../platform/store.server.ts";
import type { LetterRow } from "./letters.queries.server.ts";

/** False when the decision has its letter already. */
export async function insertLetter(tx: Tx, row: Omit<LetterRow, "evidenceId">): Promise<boolean> {
  const { decisionLetters: l } = tx.t;
  const rows = await tx.db
    .insert(l)
    .values({ ...row, evidenceId: null })
    .onConflictDoNothing()
    .returning({ id: l.id });
  return rows.length > 0;
}

/** False when it names a document already. */
export async function nameLetterDocument(tx: Tx, organisationId: string, id: string, evidenceId: string): Promise<boolean> {
  const { decisionLetters: l } = tx.t;
  const rows = await tx.db
    .update(l)
    .set({ evidenceId })
    .where(and(eq(l.organisationId, organisationId), eq(l.id, id), isNull(l.evidenceId)))
    .returning({ id: l.id });
  return rows.length > 0;
}
