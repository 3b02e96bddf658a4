// Rows of answers that one of ours filled in for a vendor. They count for nothing; confirming makes them answers and removes them here.
import { and, asc, eq } from "drizzle-orm";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { Reader, Tx } from "../../platform/store.server.ts";

export type PreparedRow = Omit<Tx["t"]["preparedAnswers"]["$inferSelect"], "value"> & { value: AnswerValue };

export async function listPrepared(from: Reader, organisationId: string, assessmentId: string): Promise<PreparedRow[]> {
  const { preparedAnswers: p } = from.t;
  const rows = await from.db
    .select()
    .from(p)
    .where(and(eq(p.organisationId, organisationId), eq(p.assessmentId, assessmentId)))
    .orderBy(asc(p.questionKey));
  return rows as PreparedRow[];
}

export async function putPrepared(tx: Tx, row: PreparedRow): Promise<void> {
  const { preparedAnswers: p } = tx.t;
  const { organisationId, assessmentId, questionKey, ...set } = row;
  await tx.db
    .insert(p)
    .values(row)
    .onConflictDoUpdate({ target: [p.organisationId, p.assessmentId, p.questionKey], set });
}

export async function deletePrepared(tx: Tx, organisationId: string, assessmentId: string, questionKey: string): Promise<void> {
  const { preparedAnswers: p } = tx.t;
  await tx.db.delete(p).where(and(eq(p.organisationId, organisationId), eq(p.assessmentId, assessmentId), eq(p.questionKey, questionKey)));
}
