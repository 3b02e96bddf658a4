// Rows of what vendors ask about questions and what we reply; what answering a clarification and submitting write.
import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";
import type { SubmissionRow } from "./submissions.queries.server.ts";

export type MessageRow = Tx["t"]["messages"]["$inferSelect"];

export async function insertMessage(tx: Tx, row: MessageRow): Promise<void> {
  await tx.db.insert(tx.t.messages).values(row);
}

/** Oldest first. */
export async function listMessages(from: Reader, organisationId: string, assessmentId: string): Promise<MessageRow[]> {
  const { messages: m } = from.t;
  return await from.db
    .select()
    .from(m)
    .where(and(eq(m.organisationId, organisationId), eq(m.assessmentId, assessmentId)))
    .orderBy(asc(m.at), asc(m.id))
    .limit(1000);
}

export async function markClarificationAnswered(tx: Tx, organisationId: string, id: string, answeredAt: Date): Promise<void> {
  const { clarifications: c } = tx.t;
  await tx.db
    .update(c)
    .set({ status: "answered", answeredAt })
    .where(and(eq(c.organisationId, organisationId), eq(c.id, id)));
}

export async function insertSubmission(tx: Tx, row: SubmissionRow): Promise<void> {
  await tx.db.insert(tx.t.submissions).values(row);
}
