// The assessment of an engagement that a document coming in now goes with: the newest one that was not given up.
import { type AssessmentStatus, endedUndecided } from "#app/domain/assessment/assessment-status.ts";
import { type AssessmentRow, listAssessmentsOf } from "../assessments/assessments.queries.server.ts";
import type { Reader } from "../platform/store.server.ts";

export async function assessmentOnFile(from: Reader, organisationId: string, engagementId: string): Promise<AssessmentRow | undefined> {
  return (await listAssessmentsOf(from, organisationId, engagementId)).find(
    ({ status }) => !endedUndecided.includes(status as AssessmentStatus),
  );
}
