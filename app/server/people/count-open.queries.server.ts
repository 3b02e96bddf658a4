// The numbers in the rail: assessments that wait for us, open findings. Counted along an index that holds only their states.
import { and, eq, inArray, sql } from "drizzle-orm";
import { prepared, type Reader } from "../platform/store.server.ts";

/** Keyed by place of the rail; what is zero is left out. */
export async function countOpen(from: Reader, organisationId: string): Promise<Record<string, number>> {
  const { assessments: a, findings: f } = from.t;
  const count = sql<number>`count(*)`.mapWith(Number);
  const waiting = prepared(from, "count_waiting_assessments", ({ db }, key) =>
    db
      .select({ count })
      .from(a)
      .where(and(eq(a.organisationId, sql.placeholder("organisationId")), inArray(a.status, ["submitted", "in_review", "reviewed"])))
      .prepare(key),
  );
  const open = prepared(from, "count_open_findings", ({ db }, key) =>
    db
      .select({ count })
      .from(f)
      .where(and(eq(f.organisationId, sql.placeholder("organisationId")), inArray(f.status, ["open", "planned", "fix_reported"])))
      .prepare(key),
  );
  const [[assessments], [findings]] = await Promise.all([waiting.execute({ organisationId }), open.execute({ organisationId })]);
  const counts = { assessments: assessments?.count ?? 0, findings: findings?.count ?? 0 };
  return Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0));
}
