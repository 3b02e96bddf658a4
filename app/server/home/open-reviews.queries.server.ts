// Assessments whose answers came in and are not decided: how far the review is, and since when they wait.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "../platform/store.server.ts";

export interface OpenReview {
  id: string;
  vendor: string;
  service: string;
  status: string;
  /** Answers determined, of all answers given. */
  determined: number;
  answers: number;
  submittedAt: Date;
}

/** The oldest first. */
export async function openReviews(from: Reader, organisationId: string, size = 8): Promise<OpenReview[]> {
  const { assessments: a, engagements: e, vendors: v, determinations: d, answers: n } = from.t;
  const rows = await from.db
    .select({ id: a.id, status: a.status, submittedAt: a.submittedAt, statusAt: a.statusAt, service: e.service, vendor: v.name })
    .from(a)
    .innerJoin(e, eq(e.id, a.engagementId))
    .innerJoin(v, eq(v.id, a.vendorId))
    .where(and(eq(a.organisationId, organisationId), inArray(a.status, ["submitted", "in_review", "clarification", "reviewed"])))
    .orderBy(asc(a.submittedAt), asc(a.id))
    .limit(size);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const determined = await from.db
    .select({ id: d.assessmentId, count: sql<number>`count(distinct ${d.questionKey})`.mapWith(Number) })
    .from(d)
    .where(and(eq(d.organisationId, organisationId), inArray(d.assessmentId, ids)))
    .groupBy(d.assessmentId);
  const answered = await from.db
    .select({ id: n.assessmentId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(n)
    .where(and(eq(n.organisationId, organisationId), inArray(n.assessmentId, ids)))
    .groupBy(n.assessmentId);
  const countOf = (counts: readonly { id: string; count: number }[], id: string) => counts.find((row) => row.id === id)?.count ?? 0;
  return rows.map(({ submittedAt, statusAt, ...row }) => {
    const answers = countOf(answered, row.id);
    return { ...row, submittedAt: submittedAt ?? statusAt, answers, determined: Math.min(answers, countOf(determined, row.id)) };
  });
}
