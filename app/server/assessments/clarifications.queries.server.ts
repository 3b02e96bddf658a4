// Clarifications as every area reads them.
import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";

export type ClarificationRow = Tx["t"]["clarifications"]["$inferSelect"];

/** Of one round, or all; in the order in which they were made. */
export async function listClarifications(from: Reader, organisationId: string, assessmentId: string): Promise<ClarificationRow[]> {
  const { clarifications: c } = from.t;
  return await from.db
    .select()
    .from(c)
    .where(and(eq(c.organisationId, organisationId), eq(c.assessmentId, assessmentId)))
    .orderBy(asc(c.round), asc(c.id))
    .limit(1000);
}
