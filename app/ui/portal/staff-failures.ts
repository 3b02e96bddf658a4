// A section our own people sent and the server refused: the questions again as typed, each with what is wrong, and the links to them.
import { questionId } from "#app/domain/assessment/answer-names.ts";
import type { RefusedAnswers } from "#app/domain/assessment/answer-problems.ts";
import type { StaffSection } from "#app/domain/assessment/staff-page.ts";
import type { Messages } from "#app/i18n/en.ts";
import type { ErrorItem } from "../error-summary.tsx";

export function withFailures(
  section: StaffSection,
  refused: RefusedAnswers | undefined,
  words: Messages["portal"],
): { section: StaffSection; failures: ErrorItem[] } {
  if (!refused) return { section, failures: [] };
  const questions = section.questions.map((each) => {
    const { key } = each.view.question;
    const typed = refused.typed[key] ?? each.view.typed;
    return { ...each, view: { ...each.view, typed, errors: refused.problems[key] ?? {}, conflict: refused.conflicts[key] ?? null } };
  });
  const failures = questions.flatMap(({ view: { question, number, errors, conflict } }) => {
    const said = [...Object.values(errors), ...(conflict ? [words.conflict.title(conflict.by)] : [])];
    return said.map((message) => ({ href: `#${questionId(question.key)}`, message: words.section.atQuestion(number, message ?? "") }));
  });
  return { section: { ...section, questions }, failures };
}
