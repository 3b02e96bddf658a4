// An officer read an answer in a document: the document goes to the question, and the one it was read in before is taken off.
import type { AssessmentRow } from "../assessments/assessments.queries.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { attachEvidence, detachUse } from "./evidence.repo.server.ts";

export interface SourceChange {
  questionKey: string;
  /** Ids of documents; the caller knows that `after` may be read here. */
  before: string | undefined;
  after: string | undefined;
}

export async function attachSource(
  tx: Tx,
  grant: Grant,
  { organisationId, id: assessmentId, vendorId }: AssessmentRow,
  { questionKey, before, after }: SourceChange,
  now: Date,
): Promise<void> {
  if (before === after) return;
  const data = { assessmentId, questionKey };
  if (before !== undefined) {
    await detachUse(tx, { organisationId, assessmentId, questionKey, evidenceId: before }, now);
    await recordAuditEvent(tx, grant, { type: "evidence.detached", objectId: before, vendorId, data }, now);
  }
  if (after === undefined) return;
  await attachEvidence(tx, { organisationId, assessmentId, questionKey, evidenceId: after, addedAt: now });
  await recordAuditEvent(tx, grant, { type: "evidence.attached", objectId: after, vendorId, data }, now);
}
