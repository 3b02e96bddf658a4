// An engagement has one running assessment at a time; a draft that waits for its sending is no obstacle, it is the one.
import { type AssessmentStatus, isRunning } from "#app/domain/assessment/assessment-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";

/** Returns the draft, if there is one. Throws conflict with data.assessmentId. */
export function requireNoOtherRunning(assessments: readonly AssessmentRow[]): AssessmentRow | undefined {
  const running = assessments.find(({ status }) => isRunning(status as AssessmentStatus));
  if (!running || running.status === "draft") return running;
  throw new DomainError("conflict", "An assessment of this engagement is running already. Open it, or cancel it first.", {
    state: running.status,
    assessmentId: running.id,
  });
}
