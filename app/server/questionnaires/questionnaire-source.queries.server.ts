// The file of a published version, byte for byte as it was published: to read, to change and to publish under a higher version.
import { unknownObject } from "#app/domain/errors.ts";
import { newestOfEach } from "#app/domain/questionnaire/versions.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { listSources, listVersionHeads } from "./questionnaire-versions.repo.server.ts";

/** The newest version unless one is named. Throws not_found. */
export async function openSource(
  ctx: PersonContext,
  questionnaireId: string,
  version: string | undefined,
): Promise<{ fileName: string; source: string }> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "questionnaire.view", { type: "questionnaire", organisationId });
  const { read } = ctx.portal.store;
  const own = (await listVersionHeads(read, organisationId)).filter((head) => head.questionnaireId === questionnaireId);
  const [newest] = newestOfEach(own, (head) => head.questionnaireId);
  const head = version === undefined ? newest : own.find((each) => each.version === version);
  const [found] = head ? await listSources(read, organisationId, [head.id]) : [];
  if (!found) throw unknownObject();
  return { fileName: `${questionnaireId}-${found.version}.yaml`, source: found.source };
}
