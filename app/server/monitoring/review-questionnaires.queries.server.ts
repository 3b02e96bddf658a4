// Which questionnaires a reassessment asks: those of last time in their newest versions; after a change of scope also what it calls for.
import { proposeQuestionnaires } from "#app/domain/assessment/sending.ts";
import type { ReviewReason } from "#app/domain/monitoring/review-clock.ts";
import type { Facts } from "#app/domain/risk/facts.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";
import { frozenVersions, latestQuestionnaires } from "../questionnaires/questionnaire-versions.queries.server.ts";
import type { EngagementRow } from "./subject.queries.server.ts";

/** Ids, at least one as long as anything fits. */
export async function reviewQuestionnaires(
  portal: Portal,
  from: Reader,
  { organisationId, facts }: EngagementRow,
  previousId: string,
  reason: ReviewReason,
): Promise<string[]> {
  const latest = (await latestQuestionnaires(portal, from, organisationId, "vendor")).map(({ questionnaire }) => questionnaire);
  const before = (await frozenVersions(from, organisationId, previousId)).map(({ questionnaireId }) => questionnaireId);
  const kept = before.filter((id) => latest.some((each) => each.id === id));
  const called = proposeQuestionnaires(facts as unknown as Facts, latest).flatMap(({ id, isPreselected }) => (isPreselected ? [id] : []));
  return reason === "scope_change" || kept.length === 0 ? [...new Set([...kept, ...called])] : kept;
}
