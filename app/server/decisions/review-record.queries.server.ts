// What a review left behind, as decisions and reports read it: newest determinations, the result it closed with.
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { ScoreInput } from "#app/domain/assessment/score-input.ts";
import type { ScoreResult } from "#app/domain/assessment/score-result.ts";
import type { Reader } from "../platform/store.server.ts";

export type DeterminationRow = Reader["t"]["determinations"]["$inferSelect"];
export type ResultRow = Reader["t"]["results"]["$inferSelect"];

export interface StoredResult {
  row: ResultRow;
  input: ScoreInput;
  result: ScoreResult;
}

/** The newest determination of each question, by question key. */
export async function newestDeterminations(
  from: Reader,
  organisationId: string,
  assessmentId: string,
): Promise<Map<string, DeterminationRow>> {
  const { determinations: t } = from.t;
  const rows = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.assessmentId, assessmentId)))
    .orderBy(asc(t.revision), asc(t.questionKey));
  return new Map(rows.map((row) => [row.questionKey, row]));
}

/** The newest result of one of these kinds; undefined before there is one. */
export async function findResult(
  from: Reader,
  organisationId: string,
  assessmentId: string,
  kinds: readonly ResultRow["kind"][],
): Promise<StoredResult | undefined> {
  const { results: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.assessmentId, assessmentId), inArray(t.kind, [...kinds])))
    .orderBy(desc(t.createdAt), desc(t.id))
    .limit(1);
  return row && { row, input: JSON.parse(row.input) as ScoreInput, result: JSON.parse(row.json) as ScoreResult };
}

/** One result by its id. */
export async function findResultById(from: Reader, organisationId: string, id: string): Promise<StoredResult | undefined> {
  const { results: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)))
    .limit(1);
  return row && { row, input: JSON.parse(row.input) as ScoreInput, result: JSON.parse(row.json) as ScoreResult };
}
