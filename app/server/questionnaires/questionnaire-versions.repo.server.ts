// Rows of published questionnaire versions, and which of them an assessment froze.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { prepared, type Reader, type Tx } from "../platform/store.server.ts";

export type VersionRow = Tx["t"]["questionnaireVersions"]["$inferSelect"];
/** A version without its text. */
export type VersionHead = Omit<VersionRow, "source" | "organisationId">;

export async function insertVersion(tx: Tx, row: VersionRow): Promise<void> {
  await tx.db.insert(tx.t.questionnaireVersions).values(row);
}

/** Every version of every questionnaire; an installation has tens. */
export async function listVersionHeads(from: Reader, organisationId: string): Promise<VersionHead[]> {
  const { questionnaireVersions: v } = from.t;
  return await from.db
    .select({
      id: v.id,
      questionnaireId: v.questionnaireId,
      version: v.version,
      title: v.title,
      audience: v.audience,
      sha256: v.sha256,
      publishedAt: v.publishedAt,
      publishedById: v.publishedById,
    })
    .from(v)
    .where(eq(v.organisationId, organisationId))
    .orderBy(asc(v.questionnaireId), asc(v.publishedAt), asc(v.id))
    .limit(2000);
}

export async function listSources(from: Reader, organisationId: string, ids: readonly string[]) {
  const { questionnaireVersions: v } = from.t;
  return await from.db
    .select({ id: v.id, questionnaireId: v.questionnaireId, version: v.version, sha256: v.sha256, source: v.source })
    .from(v)
    .where(and(eq(v.organisationId, organisationId), inArray(v.id, [...ids])))
    .limit(ids.length);
}

/** The frozen versions of an assessment, in their order. Read on every page and save of a vendor. */
export async function listFrozenVersions(from: Reader, organisationId: string, assessmentId: string) {
  const { questionnaireVersions: v, assessmentQuestionnaires: q } = from.t;
  const query = prepared(from, "frozen_versions", ({ db }, key) =>
    db
      .select({ id: v.id, questionnaireId: v.questionnaireId, version: v.version, title: v.title, sha256: v.sha256 })
      .from(q)
      .innerJoin(v, eq(v.id, q.questionnaireVersionId))
      .where(and(eq(q.organisationId, sql.placeholder("organisationId")), eq(q.assessmentId, sql.placeholder("assessmentId"))))
      .orderBy(asc(q.position))
      .prepare(key),
  );
  return await query.execute({ organisationId, assessmentId });
}

export async function insertFrozenVersion(
  tx: Tx,
  row: { organisationId: string; assessmentId: string; position: number; questionnaireVersionId: string },
): Promise<void> {
  await tx.db.insert(tx.t.assessmentQuestionnaires).values(row);
}

export async function deleteFrozenVersions(tx: Tx, organisationId: string, assessmentId: string): Promise<void> {
  const { assessmentQuestionnaires: q } = tx.t;
  await tx.db.delete(q).where(and(eq(q.organisationId, organisationId), eq(q.assessmentId, assessmentId)));
}
