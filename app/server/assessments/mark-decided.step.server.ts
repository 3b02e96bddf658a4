// An assessment is decided: nothing of it changes from here on.
import { type AssessmentStatus, transition } from "#app/domain/assessment/assessment-status.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { AssessmentRow } from "./assessments.queries.server.ts";
import { updateAssessment } from "./assessments.repo.server.ts";

/** Throws illegal_transition with the current state. The caller records the decision. */
export async function markDecided(tx: Tx, grant: Grant, assessment: AssessmentRow, now: Date): Promise<void> {
  const status = transition(assessment.status as AssessmentStatus, "decide");
  await updateAssessment(tx, grant.organisationId, assessment.id, { status, statusAt: now, decidedAt: now });
}
