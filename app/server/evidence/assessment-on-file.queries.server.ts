// The assessment of an engagement that a document coming in now goes with: the newest one that was not given up.
import { type AssessmentRow, listAssessmentsOf } from "../assessments/assessments.queries.server.ts";
import type { Reader } from "../platform/store.server.ts";

const givenUp = new Set(["cancelled", "closed_unanswered"]);

export async function assessmentOnFile(from: Reader, organisationId: string, engagementId: string): Promise<AssessmentRow | undefined> {
  return (await listAssessmentsOf(from, organisationId, engagementId)).find(({ status }) => !givenUp.has(status));
}
