// Rows of clarifications as the reviewer makes them: drafts until they are sent together.
import { and, eq, max } from "drizzle-orm";
import type { Reader, Tx } from "../../platform/store.server.ts";
import type { ClarificationRow } from "../clarifications.queries.server.ts";

/** The round drafts belong to: one more than was sent. */
export async function draftRound(from: Reader, organisationId: string, assessmentId: string): Promise<number> {
  const { clarifications: c } = from.t;
  const [row] = await from.db
    .select({ round: max(c.round) })
    .from(c)
    .where(and(eq(c.organisationId, organisationId), eq(c.assessmentId, assessmentId), eq(c.status, "sent")));
  const [answered] = await from.db
    .select({ round: max(c.round) })
    .from(c)
    .where(and(eq(c.organisationId, organisationId), eq(c.assessmentId, assessmentId), eq(c.status, "answered")));
  return Math.max(Number(row?.round ?? 0), Number(answered?.round ?? 0)) + 1;
}

/** Writes what is to be asked about a question; asking again before it is sent replaces the words. */
export async function putDraft(tx: Tx, row: Omit<ClarificationRow, "status" | "sentAt" | "answeredAt">): Promise<void> {
  const { clarifications: c } = tx.t;
  await tx.db
    .insert(c)
    .values({ ...row, status: "draft", sentAt: null, answeredAt: null })
    .onConflictDoUpdate({
      target: [c.organisationId, c.assessmentId, c.questionKey, c.round],
      set: { ask: row.ask, askedById: row.askedById },
    });
}

/** Drops the draft of a question: it was determined another way. */
export async function dropDraft(tx: Tx, organisationId: string, assessmentId: string, questionKey: string): Promise<void> {
  const { clarifications: c } = tx.t;
  await tx.db
    .delete(c)
    .where(
      and(eq(c.organisationId, organisationId), eq(c.assessmentId, assessmentId), eq(c.questionKey, questionKey), eq(c.status, "draft")),
    );
}

export async function markDraftsSent(tx: Tx, organisationId: string, assessmentId: string, sentAt: Date): Promise<void> {
  const { clarifications: c } = tx.t;
  await tx.db
    .update(c)
    .set({ status: "sent", sentAt })
    .where(and(eq(c.organisationId, organisationId), eq(c.assessmentId, assessmentId), eq(c.status, "draft")));
}
