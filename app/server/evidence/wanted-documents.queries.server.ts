// The documents a vendor was asked for and has not sent: by engagement, whatever the state of its assessments.
import { type AssessmentStatus, endedUndecided } from "#app/domain/assessment/assessment-status.ts";
import { evidenceKindCodes } from "#app/domain/evidence/evidence-kinds.ts";
import type { AssessmentRow } from "../assessments/assessments.queries.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { type EvidenceRequestRow, listOpenRequests } from "./evidence-requests.queries.server.ts";

/** Open requests that a vendor may answer through this assessment's link, the first due first. */
export async function wantedDocuments(
  from: Reader,
  { organisationId, vendorId, engagementId, status }: Pick<AssessmentRow, "organisationId" | "vendorId" | "engagementId" | "status">,
): Promise<EvidenceRequestRow[]> {
  if (endedUndecided.includes(status as AssessmentStatus)) return [];
  const open = await listOpenRequests(from, organisationId, vendorId, evidenceKindCodes);
  return open.filter((request) => request.engagementId === null || request.engagementId === engagementId);
}

export async function isWantedFor(from: Reader, assessment: AssessmentRow, kind: string): Promise<boolean> {
  return (await wantedDocuments(from, assessment)).some((request) => request.kind === kind);
}
