// Rows of assessments.
import { and, desc, eq, sql } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import { prepared, type Reader, type Tx } from "../platform/store.server.ts";

export type AssessmentRow = Tx["t"]["assessments"]["$inferSelect"];
export type NewAssessmentRow = Tx["t"]["assessments"]["$inferInsert"];

export async function findAssessment(from: Reader, organisationId: string, id: string): Promise<AssessmentRow | undefined> {
  const { assessments } = from.t;
  const query = prepared(from, "assessment", ({ db }, key) =>
    db
      .select()
      .from(assessments)
      .where(and(eq(assessments.organisationId, sql.placeholder("organisationId")), eq(assessments.id, sql.placeholder("id"))))
      .limit(1)
      .prepare(key),
  );
  const [row] = await query.execute({ organisationId, id });
  return row;
}

export async function getAssessment(from: Reader, organisationId: string, id: string): Promise<AssessmentRow> {
  const row = await findAssessment(from, organisationId, id);
  if (!row) throw new DomainError("not_found", "There is no such assessment.");
  return row;
}

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

/** The assessments of an engagement, newest first. */
export async function listAssessmentsOf(from: Reader, organisationId: string, engagementId: string): Promise<AssessmentRow[]> {
  const { assessments } = from.t;
  return await from.db
    .select()
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), eq(assessments.engagementId, engagementId)))
    .orderBy(desc(assessments.number))
    .limit(200);
}
