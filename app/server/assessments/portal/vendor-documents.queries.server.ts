// The documents a vendor has put into one assessment: attached to an answer or to none, taken over from last time or new.
import { unknownObject } from "#app/domain/errors.ts";
import { isVendors } from "#app/domain/evidence/document-view.ts";
import { type EvidenceRow, listEvidenceAddedTo, listUsedEvidence } from "../../evidence/evidence.queries.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";

type Of = Pick<AssessmentRow, "organisationId" | "id">;

/** Oldest first; what our own people added is left out. */
export async function vendorDocuments(from: Reader, { organisationId, id }: Of): Promise<EvidenceRow[]> {
  const added = await listEvidenceAddedTo(from, organisationId, id);
  const used = (await listUsedEvidence(from, organisationId, id)).map(({ evidence }) => evidence);
  const all = new Map([...used, ...added].filter(isVendors).map((row) => [row.id, row]));
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Throws not_found for a document that is not the vendor's or not of this assessment. */
export async function vendorDocument(from: Reader, assessment: Of, evidenceId: string): Promise<EvidenceRow> {
  const row = (await vendorDocuments(from, assessment)).find(({ id }) => id === evidenceId);
  if (!row) throw unknownObject();
  return row;
}
