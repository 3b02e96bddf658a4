// Submitted assessments that asked a questionnaire, in whatever version: the youngest first.
import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Reader } from "../platform/store.server.ts";

export async function listSubmittedWith(from: Reader, organisationId: string, questionnaireId: string, limit: number) {
  const { assessments: a, assessmentQuestionnaires: q, questionnaireVersions: v, vendors } = from.t;
  return await from.db
    .select({ id: a.id, number: a.number, vendor: vendors.name, submittedAt: a.submittedAt, version: v.version })
    .from(a)
    .innerJoin(q, and(eq(q.organisationId, a.organisationId), eq(q.assessmentId, a.id)))
    .innerJoin(v, eq(v.id, q.questionnaireVersionId))
    .innerJoin(vendors, eq(vendors.id, a.vendorId))
    .where(and(eq(a.organisationId, organisationId), isNotNull(a.submittedAt), eq(v.questionnaireId, questionnaireId)))
    .orderBy(desc(a.submittedAt), desc(a.id))
    .limit(limit);
}
