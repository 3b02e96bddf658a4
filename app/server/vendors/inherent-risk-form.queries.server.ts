// The inherent-risk questionnaire in force, as facts and presets need it.
import type { Question } from "#app/domain/questionnaire/questionnaire.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { latestQuestionnaire } from "../questionnaires/questionnaire-versions.queries.server.ts";

export const inherentRiskId = "inherent-risk";

/** Its questions in order. */
export async function inherentRiskQuestions(portal: Portal, from: Reader, organisationId: string): Promise<readonly Question[]> {
  const { questionnaire } = await latestQuestionnaire(portal, from, organisationId, inherentRiskId);
  return questionnaire.sections.flatMap(({ questions }) => questions);
}

/** The careful answers a category starts with: question id -> option code. */
export function presetAnswers(questions: readonly Question[], category: Category): Record<string, unknown> {
  return Object.fromEntries(questions.flatMap(({ id, preset }) => (preset?.[category] === undefined ? [] : [[id, preset[category]]])));
}
