// Assessments as every area reads them. Writing stays with the verbs and steps of this folder.
import { and, desc, eq, sql } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import { prepared, type Reader, type Tx } from "../platform/store.server.ts";

export type AssessmentRow = Tx["t"]["assessments"]["$inferSelect"];

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
  if (!row) throw unknownObject();
  return row;
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
