// Where a vendor goes on answering.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { progressOf, shownSections, type VendorState } from "#app/domain/assessment/vendor-state.ts";

/** What was filled in for it and waits for its word; then the first section in which a required question has no answer, else the check page; after submission what is shown then. */
export function firstPlace({ status }: { status: string }, vendor: VendorState, prepared = 0): string {
  if (status === "clarification") return "/vendor/clarifications";
  if (!takesAnswers(status as AssessmentStatus)) return "/vendor/receipt";
  if (prepared > 0) return "/vendor/prepared";
  const open = shownSections(vendor).find(({ questions }) => {
    const { answered, required } = progressOf(vendor, questions);
    return answered < required;
  });
  return open ? `/vendor/sections/${open.key}` : "/vendor/check";
}
