// Rows of findings and of the notes on them.
import { and, asc, eq, inArray, max, ne } from "drizzle-orm";
import { DomainError } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type FindingRow = Tx["t"]["findings"]["$inferSelect"];
export type FindingNoteRow = Tx["t"]["findingNotes"]["$inferSelect"];

export async function getFinding(from: Reader, organisationId: string, id: string): Promise<FindingRow> {
  const { findings: f } = from.t;
  const [row] = await from.db
    .select()
    .from(f)
    .where(and(eq(f.organisationId, organisationId), eq(f.id, id)))
    .limit(1);
  if (!row) throw new DomainError("not_found", "There is no such finding.");
  return row;
}

/** Of one assessment, by number. */
export async function listFindingsOf(from: Reader, organisationId: string, assessmentId: string): Promise<FindingRow[]> {
  const { findings: f } = from.t;
  return await from.db
    .select()
    .from(f)
    .where(and(eq(f.organisationId, organisationId), eq(f.assessmentId, assessmentId)))
    .orderBy(asc(f.number));
}

/** Not closed, of one engagement, whichever assessment opened them, by number. */
export async function listOpenFindings(from: Reader, organisationId: string, engagementId: string): Promise<FindingRow[]> {
  const { findings: f } = from.t;
  return await from.db
    .select()
    .from(f)
    .where(and(eq(f.organisationId, organisationId), eq(f.engagementId, engagementId), ne(f.status, "closed")))
    .orderBy(asc(f.number));
}

/** Numbers count from 1 per organisation; mutations of one organisation are serial. */
export async function nextFindingNumber(tx: Tx, organisationId: string): Promise<number> {
  const { findings: f } = tx.t;
  const [row] = await tx.db
    .select({ number: max(f.number) })
    .from(f)
    .where(eq(f.organisationId, organisationId));
  return Number(row?.number ?? 0) + 1;
}

/** True when it is new; the same key opens once. */
export async function insertFinding(tx: Tx, row: FindingRow): Promise<boolean> {
  const { findings: f } = tx.t;
  const rows = await tx.db
    .insert(f)
    .values(row)
    .onConflictDoNothing({ target: [f.organisationId, f.key] })
    .returning({ id: f.id });
  return rows.length === 1;
}

export async function updateFinding(tx: Tx, organisationId: string, id: string, change: Partial<FindingRow>): Promise<void> {
  const { findings: f } = tx.t;
  await tx.db
    .update(f)
    .set(change)
    .where(and(eq(f.organisationId, organisationId), eq(f.id, id)));
}

export async function insertFindingNote(tx: Tx, row: FindingNoteRow): Promise<void> {
  await tx.db.insert(tx.t.findingNotes).values(row);
}

/** Notes of some findings, oldest first. */
export async function listFindingNotes(from: Reader, organisationId: string, findingIds: readonly string[]): Promise<FindingNoteRow[]> {
  if (findingIds.length === 0) return [];
  const { findingNotes: n } = from.t;
  return await from.db
    .select()
    .from(n)
    .where(and(eq(n.organisationId, organisationId), inArray(n.findingId, [...findingIds])))
    .orderBy(asc(n.at), asc(n.id))
    .limit(1000);
}
