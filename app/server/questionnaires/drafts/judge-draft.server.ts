// A draft beside what is published at this moment: what the linter says of it, what would change, and whether it may be published.
import { publishRefusal, type Refusal } from "#app/domain/questionnaire/draft.ts";
import { lintBudget } from "#app/domain/questionnaire/import/finish-draft.ts";
import { lintQuestionnaire } from "#app/domain/questionnaire/lint/lint-questionnaire.ts";
import { lintSet } from "#app/domain/questionnaire/lint/lint-set.ts";
import { type LintLine, type LocatedProblem, lintLine } from "#app/domain/questionnaire/problem.ts";
import type { Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { readQuestionnaire } from "../parse-questionnaire.server.ts";
import { latestQuestionnaires } from "../questionnaire-versions.queries.server.ts";

export interface JudgedDraft {
  questionnaire: Questionnaire;
  problems: LocatedProblem[];
  lint: LintLine[];
  /** The newest published version of its id. */
  installed: Questionnaire | undefined;
  refusal: Refusal | undefined;
}

export async function judgeDraft(portal: Portal, from: Reader, organisationId: string, name: string, source: string): Promise<JudgedDraft> {
  const {
    questionnaire: read,
    locate,
    problems: unfinished,
  } = readQuestionnaire(Buffer.from(source, "utf8"), name, { mayBeUnfinished: true });
  // It was parsed when it was stored.
  const questionnaire = read!;
  const published: Questionnaire[] = [];
  for (const audience of ["vendor", "internal"] as const) {
    for (const each of await latestQuestionnaires(portal, from, organisationId, audience)) published.push(each.questionnaire);
  }
  const installed = published.find(({ id }) => id === questionnaire.id);
  const problems = [...lintQuestionnaire(questionnaire, lintBudget()), ...lintSet([...published, questionnaire]).at(-1)!];
  const located = [...unfinished, ...problems.map((problem) => ({ ...problem, file: name, ...locate(problem.path) }))];
  located.sort((a, b) => a.line - b.line || a.column - b.column);
  const errors = located.filter(({ level }) => level === "error").length;
  return {
    questionnaire,
    installed,
    problems: located,
    lint: located.map(lintLine),
    refusal: publishRefusal(questionnaire, installed, errors),
  };
}
