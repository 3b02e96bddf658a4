// After a document was attached to an answer or taken off: progress counts it where the file is the answer, and the first one starts
// the assessment.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { setProgress } from "../assessments.repo.server.ts";
import { markProgress } from "./mark-progress.step.server.ts";
import { readVendorState } from "./refresh-progress.step.server.ts";

export async function markFilesChanged(tx: Tx, grant: Grant, portal: Portal, assessmentId: string, now: Date): Promise<void> {
  const assessment = await getAssessment(tx, grant.organisationId, assessmentId);
  const progress = progressOf(await readVendorState(portal, tx, assessment));
  if (takesAnswers(assessment.status as AssessmentStatus)) await markProgress(tx, grant, assessment, progress, now);
  else await setProgress(tx, grant.organisationId, assessmentId, progress);
}
