// Takes up a draft that was read from a file for editing: from now on it is kept as long as one that is written here.
import { unknownObject } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { keptUntil } from "./change-draft.server.ts";
import { findDraft, updateDraft } from "./drafts.repo.server.ts";
import { revisionOf } from "./edited-text.server.ts";

export async function keepDraft(ctx: PersonContext, draftId: string): Promise<void> {
  const { portal, actor, now } = ctx;
  const { organisationId } = actor;
  await portal.store.tx(organisationId, async (tx) => {
    const draft = await findDraft(tx, organisationId, draftId, now);
    const grant = authorize(ctx, "questionnaire.draft", { type: "questionnaire_draft", organisationId, id: draftId });
    if (!draft) throw unknownObject();
    await updateDraft(tx, organisationId, draftId, { expiresAt: keptUntil(now) });
    const data = { change: "kept", of: draft.questionnaireId, revision: revisionOf(draft), sha256: draft.sha256 };
    await recordAuditEvent(tx, grant, { type: "questionnaire.draft_changed", objectId: draftId, data }, now);
  });
}
