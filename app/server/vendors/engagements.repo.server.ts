// Rows of engagements and of the revisions of their inherent-risk answers.
import { and, asc, desc, eq } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type EngagementRow = Awaited<ReturnType<typeof getEngagement>>;
export type NewEngagementRow = Tx["t"]["engagements"]["$inferInsert"];
export type InherentRiskRow = NonNullable<Awaited<ReturnType<typeof findInherentRisk>>>;

export async function getEngagement(from: Reader, organisationId: string, id: string) {
  const { engagements } = from.t;
  const [row] = await from.db
    .select()
    .from(engagements)
    .where(and(eq(engagements.organisationId, organisationId), eq(engagements.id, id)))
    .limit(1);
  if (!row) throw new DomainError("not_found", "There is no such engagement.");
  return row;
}

/** All engagements of a vendor; a vendor has a handful. */
export async function listEngagements(from: Reader, organisationId: string, vendorId: string) {
  const { engagements } = from.t;
  return await from.db
    .select()
    .from(engagements)
    .where(and(eq(engagements.organisationId, organisationId), eq(engagements.vendorId, vendorId)))
    .orderBy(asc(engagements.id))
    .limit(200);
}

export async function insertEngagement(tx: Tx, row: NewEngagementRow): Promise<void> {
  await tx.db.insert(tx.t.engagements).values(row);
}

export async function updateEngagement(tx: Tx, organisationId: string, id: string, change: Partial<NewEngagementRow>): Promise<void> {
  const { engagements } = tx.t;
  await tx.db
    .update(engagements)
    .set(change)
    .where(and(eq(engagements.organisationId, organisationId), eq(engagements.id, id)));
}

/** The newest revision; undefined before anybody answered. */
export async function findInherentRisk(from: Reader, organisationId: string, engagementId: string) {
  const { inherentRisks } = from.t;
  const [row] = await from.db
    .select()
    .from(inherentRisks)
    .where(and(eq(inherentRisks.organisationId, organisationId), eq(inherentRisks.engagementId, engagementId)))
    .orderBy(desc(inherentRisks.revision))
    .limit(1);
  return row;
}

export async function insertInherentRisk(tx: Tx, row: Tx["t"]["inherentRisks"]["$inferInsert"]): Promise<void> {
  await tx.db.insert(tx.t.inherentRisks).values(row);
}

/** How many knock-outs limit a stored result: failed, half met or unproven. */
export async function countKnockOuts(from: Reader, organisationId: string, resultId: string): Promise<number> {
  const { results } = from.t;
  const [row] = await from.db
    .select({ json: results.json })
    .from(results)
    .where(and(eq(results.organisationId, organisationId), eq(results.id, resultId)))
    .limit(1);
  if (!row) return 0;
  const { cappedBy, heldBy } = JSON.parse(row.json) as { cappedBy: string[]; heldBy: string[] };
  return cappedBy.length + heldBy.length;
}
