// What was read off documents, as every area reads it: the newest revision of a worksheet counts.
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";

export type WorksheetRow = Tx["t"]["evidenceWorksheets"]["$inferSelect"];

/** The newest revision; undefined while nobody has filled anything in. */
export async function findWorksheet(from: Reader, organisationId: string, evidenceId: string): Promise<WorksheetRow | undefined> {
  const { evidenceWorksheets: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.evidenceId, evidenceId)))
    .orderBy(desc(t.revision))
    .limit(1);
  return row;
}

/** The newest revision of some documents, by document. */
export async function worksheetsOf(
  from: Reader,
  organisationId: string,
  evidenceIds: readonly string[],
): Promise<ReadonlyMap<string, WorksheetRow>> {
  if (evidenceIds.length === 0) return new Map();
  const { evidenceWorksheets: t } = from.t;
  const rows = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), inArray(t.evidenceId, [...evidenceIds])))
    .orderBy(asc(t.evidenceId), asc(t.revision));
  return new Map(rows.map((row) => [row.evidenceId, row]));
}
