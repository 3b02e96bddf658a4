// An assessment as the policy sees it.
import type { GuardedObject } from "../platform/authorize.server.ts";
import type { AssessmentRow } from "./assessments.queries.server.ts";

const underDecision = new Set(["reviewed", "decided"]);

export function guardedAssessment({
  id,
  organisationId,
  vendorId,
  status,
}: Pick<AssessmentRow, "id" | "organisationId" | "vendorId" | "status">): GuardedObject {
  return { type: "assessment", organisationId, id, vendorId, assessmentId: id, underDecision: underDecision.has(status) };
}
