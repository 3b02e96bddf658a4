// A draft beside what is published at this moment: what the linter says of it, what would change, and whether it may be published.
import type { QuestionnaireFile } from "#app/domain/questionnaire/compiled.ts";
import { publishRefusal, type Refusal } from "#app/domain/questionnaire/draft.ts";
import { lintBudget } from "#app/domain/questionnaire/import/finish-draft.ts";
import { lintQuestionnaire } from "#app/domain/questionnaire/lint/lint-questionnaire.ts";
import { lintSet } from "#app/domain/questionnaire/lint/lint-set.ts";
import { type LintLine, type LocatedProblem, lintLine } from "#app/domain/questionnaire/problem.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { lintOfDraft, readingOfDraft } from "../questionnaire-cache.server.ts";
import { latestQuestionnaires } from "../questionnaire-versions.queries.server.ts";
import { questionnaireOf } from "./edited-text.server.ts";

export interface JudgedDraft {
  questionnaire: Questionnaire;
  problems: readonly LocatedProblem[];
  lint: LintLine[];
  /** The newest published version of its id. */
  installed: Questionnaire | undefined;
  refusal: Refusal | undefined;
}

export async function judgeDraft(
  portal: Portal,
  from: Reader,
  organisationId: string,
  draft: { fileName: string; source: string; sha256: string },
): Promise<JudgedDraft> {
  const { fileName: name } = draft;
  const questionnaire = questionnaireOf(portal, draft);
  const { sha256, locate, problems: unfinished } = readingOfDraft(portal, draft);
  const published: QuestionnaireFile[] = [];
  for (const audience of ["vendor", "internal"] as const)
    published.push(...(await latestQuestionnaires(portal, from, organisationId, audience)));
  const installed = published.find((each) => each.questionnaire.id === questionnaire.id)?.questionnaire;
  const hashes = [name, sha256, ...published.map((each) => each.sha256)];
  const problems = lintOfDraft(portal, hashes, () => {
    const beside = lintSet([...published.map((each) => each.questionnaire), questionnaire]).at(-1)!;
    const found = [...lintQuestionnaire(questionnaire, lintBudget()), ...beside];
    const located = [...unfinished, ...found.map((problem) => ({ ...problem, file: name, ...locate(problem.path) }))];
    return located.sort((a, b) => a.line - b.line || a.column - b.column);
  });
  const errors = problems.filter(({ level }) => level === "error").length;
  return { questionnaire, installed, problems, lint: problems.map(lintLine), refusal: publishRefusal(questionnaire, installed, errors) };
}
