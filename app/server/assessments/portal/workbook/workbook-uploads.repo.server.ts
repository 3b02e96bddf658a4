// Rows of workbooks that were read and not saved yet. What is past its day is never found, nor what belongs to another assessment.
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte } from "drizzle-orm";
import type { Reader, Tx } from "../../../platform/store.server.ts";

export type WorkbookUploadRow = Tx["t"]["workbookUploads"]["$inferSelect"];
/** Whose hands it came by. */
export type Side = "vendor" | "us";

const ofSide = ({ broughtById }: Tx["t"]["workbookUploads"], side: Side) =>
  side === "vendor" ? isNull(broughtById) : isNotNull(broughtById);

export async function insertWorkbookUpload(tx: Tx, row: WorkbookUploadRow): Promise<void> {
  await tx.db.insert(tx.t.workbookUploads).values(row);
}

export async function findWorkbookUpload(
  from: Reader,
  organisationId: string,
  assessmentId: string,
  side: Side,
  id: string,
  now: Date,
): Promise<WorkbookUploadRow | undefined> {
  const { workbookUploads: w } = from.t;
  const [row] = await from.db
    .select()
    .from(w)
    .where(and(eq(w.organisationId, organisationId), eq(w.assessmentId, assessmentId), ofSide(w, side), eq(w.id, id), gt(w.expiresAt, now)))
    .limit(1);
  return row;
}

/** The youngest first, without what stands in them. */
export async function listOpenWorkbookUploads(from: Reader, organisationId: string, assessmentId: string, side: Side, now: Date) {
  const { workbookUploads: w } = from.t;
  return await from.db
    .select({ id: w.id, fileName: w.fileName, uploadedBy: w.uploadedBy, uploadedAt: w.uploadedAt })
    .from(w)
    .where(and(eq(w.organisationId, organisationId), eq(w.assessmentId, assessmentId), ofSide(w, side), gt(w.expiresAt, now)))
    .orderBy(desc(w.uploadedAt), desc(w.id))
    .limit(100);
}

export async function countOpenWorkbookUploads(
  from: Reader,
  organisationId: string,
  assessmentId: string,
  side: Side,
  now: Date,
): Promise<number> {
  const { workbookUploads: w } = from.t;
  const [row] = await from.db
    .select({ n: count() })
    .from(w)
    .where(and(eq(w.organisationId, organisationId), eq(w.assessmentId, assessmentId), ofSide(w, side), gt(w.expiresAt, now)));
  return Number(row?.n);
}

export async function deleteWorkbookUpload(tx: Tx, organisationId: string, id: string): Promise<void> {
  const { workbookUploads: w } = tx.t;
  await tx.db.delete(w).where(and(eq(w.organisationId, organisationId), eq(w.id, id)));
}

/** Whose day is over. */
export async function listExpiredWorkbookUploads(from: Reader, organisationId: string, now: Date) {
  const { workbookUploads: w } = from.t;
  return await from.db
    .select({ id: w.id, assessmentId: w.assessmentId, vendorId: w.vendorId, fileSha256: w.fileSha256 })
    .from(w)
    .where(and(eq(w.organisationId, organisationId), lte(w.expiresAt, now)))
    .orderBy(asc(w.expiresAt), asc(w.id))
    .limit(100);
}
