// Rows of assessments.
import { and, eq, sql } from "drizzle-orm";
import { prepared, type Tx } from "../platform/store.server.ts";

export type NewAssessmentRow = Tx["t"]["assessments"]["$inferInsert"];

export async function insertAssessment(tx: Tx, row: NewAssessmentRow): Promise<void> {
  await tx.db.insert(tx.t.assessments).values(row);
}

export async function updateAssessment(tx: Tx, organisationId: string, id: string, change: Partial<NewAssessmentRow>): Promise<void> {
  const { assessments } = tx.t;
  await tx.db
    .update(assessments)
    .set(change)
    .where(and(eq(assessments.organisationId, organisationId), eq(assessments.id, id)));
}

/** Prepared: runs with almost every saved answer. */
export async function setProgress(
  tx: Tx,
  organisationId: string,
  id: string,
  progress: { answered: number; required: number },
): Promise<void> {
  const { assessments } = tx.t;
  const query = prepared(tx, "set_progress", ({ db }, key) =>
    db
      .update(assessments)
      .set({ answered: sql`${sql.placeholder("answered")}`, required: sql`${sql.placeholder("required")}` })
      .where(and(eq(assessments.organisationId, sql.placeholder("organisationId")), eq(assessments.id, sql.placeholder("id"))))
      .prepare(key),
  );
  await query.execute({ organisationId, id, ...progress });
}
