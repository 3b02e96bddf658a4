// Rows of evidence, where each file is used, and documents asked for.
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type EvidenceRow = Tx["t"]["evidence"]["$inferSelect"];
export type NewEvidenceRow = Tx["t"]["evidence"]["$inferInsert"];
export type EvidenceRequestRow = Tx["t"]["evidenceRequests"]["$inferSelect"];

export async function getEvidence(from: Reader, organisationId: string, id: string): Promise<EvidenceRow> {
  const { evidence } = from.t;
  const [row] = await from.db
    .select()
    .from(evidence)
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.id, id)))
    .limit(1);
  if (!row) throw new DomainError("not_found", "There is no such document.");
  return row;
}

export async function insertEvidence(tx: Tx, row: NewEvidenceRow): Promise<void> {
  await tx.db.insert(tx.t.evidence).values(row);
}

export async function updateEvidence(tx: Tx, organisationId: string, id: string, change: Partial<NewEvidenceRow>): Promise<void> {
  const { evidence } = tx.t;
  await tx.db
    .update(evidence)
    .set(change)
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.id, id)));
}

/** Attaches a file to a question; attaching it again after it was taken off counts as new. */
export async function attachEvidence(
  tx: Tx,
  use: { organisationId: string; assessmentId: string; questionKey: string; evidenceId: string; addedAt: Date },
): Promise<void> {
  const { evidenceUses: t } = tx.t;
  await tx.db
    .insert(t)
    .values(use)
    .onConflictDoUpdate({
      target: [t.organisationId, t.assessmentId, t.questionKey, t.evidenceId],
      set: { addedAt: use.addedAt, removedAt: null },
    });
}

export async function detachEvidence(
  tx: Tx,
  organisationId: string,
  evidenceId: string,
  assessmentId: string,
  removedAt: Date,
): Promise<void> {
  const { evidenceUses: t } = tx.t;
  await tx.db
    .update(t)
    .set({ removedAt })
    .where(and(eq(t.organisationId, organisationId), eq(t.evidenceId, evidenceId), eq(t.assessmentId, assessmentId), isNull(t.removedAt)));
}

export interface UsedEvidence {
  questionKey: string;
  evidence: EvidenceRow;
}

/** What is attached in one assessment now: one row per use, by question and time of upload. */
export async function listUsedEvidence(from: Reader, organisationId: string, assessmentId: string): Promise<UsedEvidence[]> {
  const { evidence, evidenceUses: u } = from.t;
  return await from.db
    .select({ questionKey: u.questionKey, evidence })
    .from(u)
    .innerJoin(evidence, eq(evidence.id, u.evidenceId))
    .where(and(eq(u.organisationId, organisationId), eq(u.assessmentId, assessmentId), isNull(u.removedAt), isNull(evidence.withdrawnAt)))
    .orderBy(asc(u.questionKey), asc(evidence.id));
}

/** Everywhere a document is attached now. */
export async function listUsesOf(from: Reader, organisationId: string, evidenceId: string) {
  const { evidenceUses: u } = from.t;
  return await from.db
    .select({ assessmentId: u.assessmentId, questionKey: u.questionKey })
    .from(u)
    .where(and(eq(u.organisationId, organisationId), eq(u.evidenceId, evidenceId), isNull(u.removedAt)));
}

export async function listEvidenceOf(from: Reader, organisationId: string, vendorId: string): Promise<EvidenceRow[]> {
  const { evidence } = from.t;
  return await from.db
    .select()
    .from(evidence)
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.vendorId, vendorId), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.expiresOn), asc(evidence.id))
    .limit(1000);
}

/** Inserts the request unless the same need was asked for before; true when it is new. */
export async function insertEvidenceRequest(tx: Tx, row: Tx["t"]["evidenceRequests"]["$inferInsert"]): Promise<boolean> {
  const { evidenceRequests: t } = tx.t;
  const rows = await tx.db
    .insert(t)
    .values(row)
    .onConflictDoNothing({ target: [t.organisationId, t.key] })
    .returning({ id: t.id });
  return rows.length === 1;
}

/** Open requests a document of this vendor, of one of these kinds, would answer. */
export async function listOpenRequests(
  from: Reader,
  organisationId: string,
  vendorId: string,
  kinds: readonly string[],
): Promise<EvidenceRequestRow[]> {
  const { evidenceRequests: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId), eq(t.status, "open"), inArray(t.kind, [...kinds])))
    .orderBy(asc(t.dueOn), asc(t.id))
    .limit(200);
}

export async function closeEvidenceRequest(
  tx: Tx,
  organisationId: string,
  id: string,
  change: { status: "fulfilled" | "cancelled"; fulfilledById?: string; closedAt: Date },
): Promise<void> {
  const { evidenceRequests: t } = tx.t;
  await tx.db
    .update(t)
    .set(change)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)));
}
