// The decision on an assessment was withdrawn: it waits for one again, reviewed as it was.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { getAssessment } from "./assessments.queries.server.ts";
import { updateAssessment } from "./assessments.repo.server.ts";

/** Throws illegal_transition with the current state. The caller records that the decision was withdrawn. */
export async function reopenDecided(tx: Tx, { organisationId }: Grant, assessmentId: string, now: Date): Promise<void> {
  const assessment = await getAssessment(tx, organisationId, assessmentId);
  const status = transition(assessment.status as AssessmentStatus, "withdraw_decision");
  await updateAssessment(tx, organisationId, assessmentId, { status, statusAt: now, decidedAt: null });
}
