// Submissions as every area reads them: who signed, and when.
import { and, desc, eq, max } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";

export type SubmissionRow = Tx["t"]["submissions"]["$inferSelect"];

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
