// Findings and the notes on them, as every area reads them.
import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
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
  if (!row) throw unknownObject();
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

/** Of one engagement, whose key begins so, closed ones as well, by number. */
export async function listFindingsByKey(from: Reader, organisationId: string, engagementId: string, prefix: string): Promise<FindingRow[]> {
  const { findings: f } = from.t;
  const rows = await from.db
    .select()
    .from(f)
    .where(and(eq(f.organisationId, organisationId), eq(f.engagementId, engagementId), isNull(f.questionKey)))
    .orderBy(asc(f.number));
  return rows.filter(({ key }) => key.startsWith(prefix));
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
