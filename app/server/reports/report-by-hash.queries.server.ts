// Which of our signed documents has this hash, whoever asks: its form, and whether a newer addendum stands beside it. Nothing else.
import { and, eq, inArray } from "drizzle-orm";
import { type SignedForm, signedForms } from "#app/domain/report/signed-forms.ts";
import type { Reader } from "../platform/store.server.ts";
import { decisionOfDocument, listStoredAddenda } from "./addenda/addenda.queries.server.ts";

export interface KnownDocument {
  form: SignedForm;
  /** The newest document about the same decision, when it is newer than this one. */
  newer: { number: number; storedAt: string; sha256: string } | null;
}

export async function findSignedDocument(from: Reader, organisationId: string, sha256: string): Promise<KnownDocument | null> {
  const { evidence: t } = from.t;
  const [row] = await from.db
    .select({ id: t.id, form: t.kind, assessmentId: t.assessmentId })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.sha256, sha256), inArray(t.kind, [...signedForms])))
    .limit(1);
  if (!row) return null;
  const { id, assessmentId } = row;
  const newer = assessmentId === null ? null : await newerAddendum(from, organisationId, { id, assessmentId });
  return { form: row.form as SignedForm, newer };
}

async function newerAddendum(
  from: Reader,
  organisationId: string,
  document: { id: string; assessmentId: string },
): Promise<KnownDocument["newer"]> {
  const decisionId = await decisionOfDocument(from, organisationId, document);
  if (decisionId === undefined) return null;
  const stored = await listStoredAddenda(from, organisationId, [document.assessmentId]);
  const newest = stored.filter((each) => each.decisionId === decisionId).sort((a, b) => b.number - a.number)[0];
  if (!newest || newest.evidenceId === document.id) return null;
  return { number: newest.number, storedAt: newest.storedAt.toISOString(), sha256: newest.sha256 };
}
