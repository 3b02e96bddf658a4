// Ties an assessment to versions of questionnaires: the newest of each, in the order given. Called before sending only.
import { DomainError } from "#app/domain/errors.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { latestQuestionnaires } from "./questionnaire-versions.queries.server.ts";
import { deleteFrozenVersions, insertFrozenVersion } from "./questionnaire-versions.repo.server.ts";

/** Throws `invalid` for an unknown questionnaire, one not meant for vendors, or none at all. */
export async function freezeVersions(tx: Tx, grant: Grant, portal: Portal, assessmentId: string, ids: readonly string[]): Promise<void> {
  const { organisationId } = grant;
  const latest = await latestQuestionnaires(portal, tx, organisationId, "vendor");
  const chosen = [...new Set(ids)].map((id) => {
    const found = latest.find(({ questionnaire }) => questionnaire.id === id);
    if (found) return found;
    throw new DomainError("invalid", `There is no questionnaire “${id}” for vendors.`, {
      fields: { questionnaireIds: "Choose from the list." },
    });
  });
  if (chosen.length === 0) {
    throw new DomainError("invalid", "Choose at least one questionnaire.", {
      fields: { questionnaireIds: "Choose at least one questionnaire." },
    });
  }
  await deleteFrozenVersions(tx, organisationId, assessmentId);
  for (const [position, { versionId }] of chosen.entries()) {
    await insertFrozenVersion(tx, { organisationId, assessmentId, position, questionnaireVersionId: versionId });
  }
}
