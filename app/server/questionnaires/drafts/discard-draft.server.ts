// Removes a draft: nobody wants it published.
import { unknownObject } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { refuseLaterRevision } from "./change-draft.server.ts";
import { deleteDraft, findDraft } from "./drafts.repo.server.ts";

/** Throws `conflict` for a draft that is not any more as it was at `revision`. */
export async function discardDraft(ctx: PersonContext, draftId: string, revision?: number): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const draft = await findDraft(tx, organisationId, draftId, ctx.now);
    const grant = authorize(ctx, "questionnaire.publish", { type: "questionnaire_draft", organisationId, id: draftId });
    if (!draft) throw unknownObject();
    if (revision !== undefined) refuseLaterRevision(draft, revision);
    const { questionnaireId, version, sha256 } = draft;
    await deleteDraft(tx, organisationId, draftId);
    const data = { cause: "by_hand", questionnaireId, version, sha256 };
    await recordAuditEvent(tx, grant, { type: "questionnaire.draft_discarded", objectId: draftId, data }, ctx.now);
  });
}
