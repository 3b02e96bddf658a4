// Questions of an assessment whose failing a named person accepted: printed beside the score, never counted.
import { and, asc, eq, gte } from "drizzle-orm";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { Reader } from "../../platform/store.server.ts";

/** Keys of the questions with an acceptance in force on that day. */
export async function listAcceptedQuestions(from: Reader, organisationId: string, assessmentId: string, on: Day): Promise<string[]> {
  const { riskAcceptances: r } = from.t;
  const rows = await from.db
    .select({ subject: r.subject })
    .from(r)
    .where(and(eq(r.organisationId, organisationId), eq(r.assessmentId, assessmentId), eq(r.status, "in_force"), gte(r.expiresOn, on)))
    .orderBy(asc(r.subject));
  const keys = rows.flatMap(({ subject }) => /^(?:knock_out|unproven):(.+)$/.exec(subject)?.[1] ?? []);
  return [...new Set(keys)];
}
