// Evidence of decided assessments that was attached, taken off or judged after the engagement was scored last.
import { and, eq, gt, inArray, or } from "drizzle-orm";
import type { Reader } from "../platform/store.server.ts";

export interface ChangedEvidence {
  engagementId: string;
  id: string;
  /** ISO instant of the change. */
  at: string;
}

/** Few rows: most results are newer than everything they rest on. */
export async function changedSinceResult(from: Reader, organisationId: string, engagementIds: string[]): Promise<ChangedEvidence[]> {
  const { engagements: n, decisions: d, results: r, evidenceUses: u, evidence: e } = from.t;
  const rows = await from.db
    .select({ engagementId: n.id, id: e.id, addedAt: u.addedAt, removedAt: u.removedAt, verdictAt: e.verdictAt })
    .from(n)
    .innerJoin(d, eq(d.id, n.decisionId))
    .innerJoin(r, eq(r.id, n.resultId))
    .innerJoin(u, and(eq(u.organisationId, n.organisationId), eq(u.assessmentId, d.assessmentId)))
    .innerJoin(e, eq(e.id, u.evidenceId))
    .where(
      and(
        eq(n.organisationId, organisationId),
        inArray(n.id, engagementIds),
        or(gt(u.addedAt, r.createdAt), gt(u.removedAt, r.createdAt), gt(e.verdictAt, r.createdAt)),
      ),
    );
  return rows.map(({ engagementId, id, addedAt, removedAt, verdictAt }) => {
    const instants = [addedAt, removedAt, verdictAt].flatMap((at) => (at === null ? [] : [at.toISOString()]));
    return { engagementId, id, at: instants.sort().at(-1)! };
  });
}
