// The vendor's task list: sections with their state, and what comes after them.
import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import { type ReportsNote, reportsNote } from "#app/domain/assessment/covered.ts";
import { sectionTitle } from "#app/domain/assessment/section-titles.ts";
import type { VendorFrame, VendorProgress } from "#app/domain/assessment/vendor-page.ts";
import { missingBefore, progressOf, shownQuestions, shownSections } from "#app/domain/assessment/vendor-state.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import { firstPlace } from "./first-place.server.ts";
import { portalFacts } from "./portal-facts.queries.server.ts";

export interface TaskSection {
  key: string;
  title: string;
  progress: VendorProgress;
  /** Some question of it has an answer, required or not. */
  isBegun: boolean;
  documents: number;
  /** Who answered, other than the reader. */
  answeredBy: string[];
  /** Answers that stand there from another service of the vendor. */
  elsewhere: number;
}

export interface TasksView {
  frame: VendorFrame;
  status: string;
  sections: TaskSection[];
  reports: ReportsNote;
  isComplete: boolean;
  /** Where **Continue** leads. */
  next: string;
}

export async function viewTasks(ctx: VendorContext): Promise<TasksView> {
  const facts = await portalFacts(ctx);
  const { assessment, vendor, answers, files, frame } = facts;
  const { keys } = vendor.form;
  return {
    frame,
    status: assessment.status,
    sections: shownSections(vendor).map(({ key, questions }) => {
      const shown = shownQuestions(vendor, questions).map((index) => keys[index]!);
      const given = shown.flatMap((question) => answers.get(question) ?? []);
      const typed = given.filter((row) => row.origin !== "carried" && !takenFrom(row));
      const others = typed.filter(({ givenBy }) => givenBy !== frame.you).map(({ givenBy }) => givenBy);
      return {
        key,
        title: sectionTitle(vendor.form, key, frame.language),
        progress: progressOf(vendor, questions),
        isBegun: given.length > 0,
        documents: files.filter(({ questionKey }) => shown.includes(questionKey)).length,
        answeredBy: [...new Set(others)],
        elsewhere: given.filter((row) => takenFrom(row)).length,
      };
    }),
    reports: reportsNote(vendor, answers.values()),
    isComplete: missingBefore(vendor).length === 0 && frame.prepared === 0,
    next: firstPlace(assessment, vendor, frame.prepared),
  };
}
