// Corrections a vendor asked for or sent, as every area reads them.
import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";

export type CorrectionRow = Tx["t"]["corrections"]["$inferSelect"];

/** Of one assessment, in the order in which they were asked for. */
export async function listCorrections(from: Reader, organisationId: string, assessmentId: string): Promise<CorrectionRow[]> {
  const { corrections: c } = from.t;
  return await from.db
    .select()
    .from(c)
    .where(and(eq(c.organisationId, organisationId), eq(c.assessmentId, assessmentId)))
    .orderBy(asc(c.askedAt), asc(c.id))
    .limit(1000);
}

/** The one of a question that was asked for and not sent yet. */
export async function findOpenCorrection(
  from: Reader,
  organisationId: string,
  assessmentId: string,
  questionKey: string,
): Promise<CorrectionRow | undefined> {
  const rows = await listCorrections(from, organisationId, assessmentId);
  return rows.find((row) => row.questionKey === questionKey && row.sentAt === null);
}
