// Second step of an import: the draft becomes a published version, by the same bytes the report was about. It never changes after that.
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { insertVersion } from "../questionnaire-versions.repo.server.ts";
import { refuseLaterRevision } from "./change-draft.server.ts";
import { deleteDraft, findDraft } from "./drafts.repo.server.ts";
import { judgeDraft } from "./judge-draft.server.ts";

/**
 * Throws not_found for what was published, discarded or is past its day; `conflict` or `invalid` with what stands against it, and for a
 * draft that is not any more as it was at `revision`.
 */
export async function publishDraft(
  ctx: PersonContext,
  draftId: string,
  revision?: number,
): Promise<{ questionnaireId: string; version: string }> {
  const { portal, actor, now } = ctx;
  const { organisationId, personId } = actor;
  return await portal.store.tx(organisationId, async (tx) => {
    const draft = await findDraft(tx, organisationId, draftId, now);
    const grant = authorize(ctx, "questionnaire.publish", { type: "questionnaire_draft", organisationId, id: draftId });
    if (!draft) throw unknownObject();
    if (revision !== undefined) refuseLaterRevision(draft, revision);
    const { source, sha256 } = draft;
    const { questionnaire, refusal } = await judgeDraft(portal, tx, organisationId, draft);
    if (refusal) throw new DomainError(refusal.code, refusal.says);
    const { id: questionnaireId, version, audience, languages } = questionnaire;
    const title = textIn(questionnaire.title, languages[0]!, languages[0]!);
    const id = portal.ids.next("questionnaireVersion", now);
    const row = { id, organisationId, questionnaireId, version, title, audience, sha256, source };
    await insertVersion(tx, { ...row, publishedAt: now, publishedById: personId });
    await deleteDraft(tx, organisationId, draftId);
    const data = { questionnaireId, version, sha256 };
    await recordAuditEvent(tx, grant, { type: "questionnaire.published", objectId: id, data }, now);
    return { questionnaireId, version };
  });
}
