// After answers changed: the assessment's counts, and its start with the first answer. Writes only what is different.

import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import type { VendorProgress } from "#app/domain/assessment/vendor-page.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { setProgress, updateAssessment } from "../assessments.repo.server.ts";

export async function markProgress(
  tx: Tx,
  grant: Grant,
  assessment: AssessmentRow,
  { answered, required }: VendorProgress,
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { id, vendorId } = assessment;
  const from = assessment.status as AssessmentStatus;
  if (from === "sent") {
    await updateAssessment(tx, organisationId, id, { status: transition(from, "answer"), statusAt: now, answered, required });
    await recordAuditEvent(tx, grant, { type: "assessment.started", objectId: id, vendorId, data: {} }, now);
  } else if (assessment.answered !== answered || assessment.required !== required) {
    await setProgress(tx, organisationId, id, { answered, required });
  }
}
