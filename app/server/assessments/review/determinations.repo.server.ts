// Rows of determinations, clarifications to be sent and results. Determinations and results are only ever added.
import { and, asc, desc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../../platform/store.server.ts";

export type DeterminationRow = Tx["t"]["determinations"]["$inferSelect"];
export type ResultRow = Tx["t"]["results"]["$inferSelect"];

/** Every revision, oldest first. */
export async function listDeterminations(from: Reader, organisationId: string, assessmentId: string): Promise<DeterminationRow[]> {
  const { determinations: d } = from.t;
  return await from.db
    .select()
    .from(d)
    .where(and(eq(d.organisationId, organisationId), eq(d.assessmentId, assessmentId)))
    .orderBy(asc(d.questionKey), asc(d.revision));
}

export async function insertDetermination(tx: Tx, row: DeterminationRow): Promise<void> {
  await tx.db.insert(tx.t.determinations).values(row);
}

export async function insertResult(tx: Tx, row: ResultRow): Promise<void> {
  await tx.db.insert(tx.t.results).values(row);
}

/** The newest result of a kind, whole; undefined when there is none. */
export async function findResult(
  from: Reader,
  organisationId: string,
  assessmentId: string,
  kind: ResultRow["kind"],
): Promise<ResultRow | undefined> {
  const { results: r } = from.t;
  const [row] = await from.db
    .select()
    .from(r)
    .where(and(eq(r.organisationId, organisationId), eq(r.assessmentId, assessmentId), eq(r.kind, kind)))
    .orderBy(desc(r.createdAt), desc(r.id))
    .limit(1);
  return row;
}
