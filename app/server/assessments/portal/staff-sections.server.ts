// The sections of a questionnaire as our own people answer it: which there are, and the questions of one of them.

import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { StaffQuestion, StaffSection, StaffSectionLink } from "#app/domain/assessment/staff-page.ts";
import { shownQuestions, shownSections, type VendorState } from "#app/domain/assessment/vendor-state.ts";
import { DomainError } from "#app/domain/errors.ts";

export interface StaffSections {
  sections: StaffSectionLink[];
  /** Null on the page that lists them. */
  section: StaffSection | null;
}

/** Throws not_found for a section that is not shown. */
export function staffSections(
  vendor: VendorState,
  key: string | null,
  { isDone, question }: { isDone: (index: number) => boolean; question: (index: number, number: number) => StaffQuestion },
): StaffSections {
  const shown = shownSections(vendor).map((section) => ({ ...section, questions: shownQuestions(vendor, section.questions) }));
  const sections = shown.map(({ key: own, questions }) => ({
    key: own,
    title: sectionTitle(vendor.form, own),
    done: questions.filter(isDone).length,
    total: questions.length,
  }));
  if (key === null) return { sections, section: null };
  const at = shown.findIndex((each) => each.key === key);
  if (at < 0) throw new DomainError("not_found", "There is no such section, or nothing in it is asked as the answers stand.");
  const questions = shown[at]!.questions.map((index, n) => question(index, n + 1));
  const { title } = sections[at]!;
  return { sections, section: { key, title, number: at + 1, of: shown.length, questions, next: sections[at + 1]?.key ?? null } };
}
