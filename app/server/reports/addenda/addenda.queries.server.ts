// Addenda of decisions, with the signed document of each where it is stored already.
import { and, asc, desc, eq, inArray, isNotNull, or } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../../platform/store.server.ts";

export type AddendumRow = Tx["t"]["addenda"]["$inferSelect"];

export async function getAddendum(from: Reader, organisationId: string, id: string): Promise<AddendumRow> {
  const { addenda: a } = from.t;
  const [row] = await from.db
    .select()
    .from(a)
    .where(and(eq(a.organisationId, organisationId), eq(a.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

/** Of one decision, by number. */
export async function listAddenda(from: Reader, organisationId: string, decisionId: string): Promise<AddendumRow[]> {
  const { addenda: a } = from.t;
  return await from.db
    .select()
    .from(a)
    .where(and(eq(a.organisationId, organisationId), eq(a.decisionId, decisionId)))
    .orderBy(asc(a.number));
}

export interface StoredAddendum {
  id: string;
  decisionId: string;
  assessmentId: string;
  number: number;
  cause: AddendumRow["cause"];
  at: Date;
  evidenceId: string;
  sha256: string;
  storedAt: Date;
  /** Its decision's report and decision page. */
  addsToIds: (string | null)[];
}

/** Those of some assessments whose signed document is stored, newest first. */
export async function listStoredAddenda(from: Reader, organisationId: string, assessmentIds: readonly string[]): Promise<StoredAddendum[]> {
  if (assessmentIds.length === 0) return [];
  const { addenda: a, evidence: e, decisions: d } = from.t;
  const rows = await from.db
    .select({
      ...{ id: a.id, decisionId: a.decisionId, assessmentId: a.assessmentId, number: a.number, cause: a.cause, at: a.at },
      ...{ evidenceId: e.id, sha256: e.sha256, storedAt: e.uploadedAt },
      ...{ reportId: d.reportEvidenceId, pageId: d.decisionPageEvidenceId },
    })
    .from(a)
    .innerJoin(e, eq(e.id, a.evidenceId))
    .innerJoin(d, eq(d.id, a.decisionId))
    .where(and(eq(a.organisationId, organisationId), inArray(a.assessmentId, [...assessmentIds]), isNotNull(a.evidenceId)))
    .orderBy(desc(a.at), desc(a.number), desc(a.id))
    .limit(1000);
  return rows.map(({ reportId, pageId, ...row }) => ({ ...row, addsToIds: [reportId, pageId] }));
}

/** The decision a signed document belongs to: its report, its decision page, or an addendum. Letters belong to nobody's file but the vendor's. */
export async function decisionOfDocument(
  from: Reader,
  organisationId: string,
  { id, assessmentId }: { id: string; assessmentId: string },
): Promise<string | undefined> {
  const { decisions: d, addenda: a } = from.t;
  const [decision] = await from.db
    .select({ id: d.id })
    .from(d)
    .where(
      and(
        eq(d.organisationId, organisationId),
        eq(d.assessmentId, assessmentId),
        or(eq(d.reportEvidenceId, id), eq(d.decisionPageEvidenceId, id)),
      ),
    )
    .limit(1);
  if (decision) return decision.id;
  const [addendum] = await from.db
    .select({ decisionId: a.decisionId })
    .from(a)
    .where(and(eq(a.organisationId, organisationId), eq(a.assessmentId, assessmentId), eq(a.evidenceId, id)))
    .limit(1);
  return addendum?.decisionId;
}
