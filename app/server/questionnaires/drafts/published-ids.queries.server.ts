// What the published versions of a questionnaire have fixed.
import { type PublishedIds, publishedIds } from "#app/domain/questionnaire/edit/published-ids.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { versionsOf } from "../questionnaire-versions.queries.server.ts";

export async function publishedIdsOf(portal: Portal, from: Reader, organisationId: string, questionnaireId: string): Promise<PublishedIds> {
  return publishedIds((await versionsOf(portal, from, organisationId, questionnaireId)).map(({ questionnaire }) => questionnaire));
}
