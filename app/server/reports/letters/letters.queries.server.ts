// Decision letters, as every area reads them.
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../../platform/store.server.ts";

export type LetterRow = Tx["t"]["decisionLetters"]["$inferSelect"];

export async function getLetter(from: Reader, organisationId: string, id: string): Promise<LetterRow> {
  const { decisionLetters: l } = from.t;
  const [row] = await from.db
    .select()
    .from(l)
    .where(and(eq(l.organisationId, organisationId), eq(l.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

export async function findLetterOf(from: Reader, organisationId: string, decisionId: string): Promise<LetterRow | undefined> {
  const { decisionLetters: l } = from.t;
  const [row] = await from.db
    .select()
    .from(l)
    .where(and(eq(l.organisationId, organisationId), eq(l.decisionId, decisionId)))
    .limit(1);
  return row;
}

/** The letter about an assessment whose signed document is stored; that of a withdrawn decision tells nothing that holds. */
export async function findStoredLetter(from: Reader, organisationId: string, assessmentId: string): Promise<LetterRow | undefined> {
  const { decisionLetters: l, decisions: d } = from.t;
  const [row] = await from.db
    .select({ letter: l })
    .from(l)
    .innerJoin(d, eq(d.id, l.decisionId))
    .where(and(eq(l.organisationId, organisationId), eq(l.assessmentId, assessmentId), isNotNull(l.evidenceId), eq(d.status, "final")))
    .orderBy(desc(l.sentAt), desc(l.id))
    .limit(1);
  return row?.letter;
}
