// Whole answers as every area reads them: the newest revision of each, or all of them.
import { and, asc, eq, sql } from "drizzle-orm";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { prepared, type Reader } from "../platform/store.server.ts";

export type AnswerRow = Omit<Reader["t"]["answers"]["$inferSelect"], "value"> & { value: AnswerValue };

/** Every newest answer of an assessment, whole. */
export async function listAnswers(from: Reader, organisationId: string, assessmentId: string): Promise<AnswerRow[]> {
  const { answers } = from.t;
  const query = prepared(from, "answers", ({ db }, key) =>
    db
      .select()
      .from(answers)
      .where(and(eq(answers.organisationId, sql.placeholder("organisationId")), eq(answers.assessmentId, sql.placeholder("assessmentId"))))
      .orderBy(asc(answers.questionKey))
      .prepare(key),
  );
  return (await query.execute({ organisationId, assessmentId })) as AnswerRow[];
}

export async function listRevisions(from: Reader, organisationId: string, assessmentId: string): Promise<AnswerRow[]> {
  const { answerRevisions: r } = from.t;
  const rows = await from.db
    .select()
    .from(r)
    .where(and(eq(r.organisationId, organisationId), eq(r.assessmentId, assessmentId)))
    .orderBy(asc(r.questionKey), asc(r.revision));
  return rows as AnswerRow[];
}
