// Where a vendor goes on answering.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { progressOf, shownSections, type VendorState } from "#app/domain/assessment/vendor-state.ts";

/** The first section in which a required question has no answer, else the check page; after submission what is shown then. */
export function firstPlace({ status }: { status: string }, vendor: VendorState): string {
  if (status === "clarification") return "/vendor/clarifications";
  if (!takesAnswers(status as AssessmentStatus)) return "/vendor/receipt";
  const open = shownSections(vendor).find(({ questions }) => {
    const { answered, required } = progressOf(vendor, questions);
    return answered < required;
  });
  return open ? `/vendor/sections/${open.key}` : "/vendor/check";
}
