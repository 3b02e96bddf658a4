// Attaches a document that is here already to another answer, of the same assessment or of another one of the vendor.
import type { AssessmentRow } from "../assessments/assessments.queries.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { attachEvidence } from "./evidence.repo.server.ts";

export async function attachDocument(
  tx: Tx,
  grant: Grant,
  {
    assessment,
    questionKey,
    evidenceId,
  }: { assessment: Pick<AssessmentRow, "organisationId" | "id" | "vendorId">; questionKey: string; evidenceId: string },
  now: Date,
): Promise<void> {
  const { organisationId, id: assessmentId, vendorId } = assessment;
  await attachEvidence(tx, { organisationId, assessmentId, questionKey, evidenceId, addedAt: now });
  const data = { assessmentId, questionKey };
  await recordAuditEvent(tx, grant, { type: "evidence.attached", objectId: evidenceId, vendorId, data }, now);
}
