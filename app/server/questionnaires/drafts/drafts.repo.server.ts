// Rows of questionnaires that were read from a file and not published yet. What is past its day is never found.
import { and, asc, count, desc, eq, gt, lte } from "drizzle-orm";
import type { Reader, Tx } from "../../platform/store.server.ts";

export type DraftRow = Tx["t"]["questionnaireDrafts"]["$inferSelect"];

/** A draft as it was read. */
export const unchanged = { revision: null, changedById: null, changedAt: null, lastChange: null, undoSource: null } as const;

export async function insertDraft(tx: Tx, row: DraftRow): Promise<void> {
  await tx.db.insert(tx.t.questionnaireDrafts).values(row);
}

export async function findDraft(from: Reader, organisationId: string, id: string, now: Date): Promise<DraftRow | undefined> {
  const { questionnaireDrafts: d } = from.t;
  const [row] = await from.db
    .select()
    .from(d)
    .where(and(eq(d.organisationId, organisationId), eq(d.id, id), gt(d.expiresAt, now)))
    .limit(1);
  return row;
}

/** The youngest first, without what was read. */
export async function listOpenDrafts(from: Reader, organisationId: string, now: Date) {
  const { questionnaireDrafts: d } = from.t;
  return await from.db
    .select({
      id: d.id,
      kind: d.kind,
      fileName: d.fileName,
      questionnaireId: d.questionnaireId,
      version: d.version,
      title: d.title,
      createdById: d.createdById,
      createdAt: d.createdAt,
      revision: d.revision,
      changedById: d.changedById,
      changedAt: d.changedAt,
      expiresAt: d.expiresAt,
    })
    .from(d)
    .where(and(eq(d.organisationId, organisationId), gt(d.expiresAt, now)))
    .orderBy(desc(d.createdAt), desc(d.id))
    .limit(100);
}

export async function countOpenDrafts(tx: Tx, organisationId: string, now: Date): Promise<number> {
  const { questionnaireDrafts: d } = tx.t;
  const [row] = await tx.db
    .select({ n: count() })
    .from(d)
    .where(and(eq(d.organisationId, organisationId), gt(d.expiresAt, now)));
  return Number(row?.n);
}

/** What a change writes anew. */
export type DraftChanges = Partial<Omit<DraftRow, "id" | "organisationId">>;

export async function updateDraft(tx: Tx, organisationId: string, id: string, changes: DraftChanges): Promise<void> {
  const { questionnaireDrafts: d } = tx.t;
  await tx.db
    .update(d)
    .set(changes)
    .where(and(eq(d.organisationId, organisationId), eq(d.id, id)));
}

export async function deleteDraft(tx: Tx, organisationId: string, id: string): Promise<void> {
  const { questionnaireDrafts: d } = tx.t;
  await tx.db.delete(d).where(and(eq(d.organisationId, organisationId), eq(d.id, id)));
}

/** Whose day is over. */
export async function listExpiredDrafts(from: Reader, organisationId: string, now: Date) {
  const { questionnaireDrafts: d } = from.t;
  return await from.db
    .select({ id: d.id, questionnaireId: d.questionnaireId, version: d.version, sha256: d.sha256 })
    .from(d)
    .where(and(eq(d.organisationId, organisationId), lte(d.expiresAt, now)))
    .orderBy(asc(d.expiresAt), asc(d.id))
    .limit(100);
}
