// Rows of what vendors ask about questions and what we reply, of clarifications and of submissions.
import { and, asc, desc, eq, max } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";

export type MessageRow = Tx["t"]["messages"]["$inferSelect"];
export type ClarificationRow = Tx["t"]["clarifications"]["$inferSelect"];
export type SubmissionRow = Tx["t"]["submissions"]["$inferSelect"];

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

/** Of one round, or all; in the order in which they were made. */
export async function listClarifications(from: Reader, organisationId: string, assessmentId: string): Promise<ClarificationRow[]> {
  const { clarifications: c } = from.t;
  return await from.db
    .select()
    .from(c)
    .where(and(eq(c.organisationId, organisationId), eq(c.assessmentId, assessmentId)))
    .orderBy(asc(c.round), asc(c.id))
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

/** The newest first. */
export async function listSubmissions(from: Reader, organisationId: string, assessmentId: string): Promise<SubmissionRow[]> {
  const { submissions: s } = from.t;
  return await from.db
    .select()
    .from(s)
    .where(and(eq(s.organisationId, organisationId), eq(s.assessmentId, assessmentId)))
    .orderBy(desc(s.round))
    .limit(100);
}

export async function lastRound(from: Reader, organisationId: string, assessmentId: string): Promise<number> {
  const { submissions: s } = from.t;
  const [row] = await from.db
    .select({ round: max(s.round) })
    .from(s)
    .where(and(eq(s.organisationId, organisationId), eq(s.assessmentId, assessmentId)));
  return Number(row?.round ?? 0);
}
