// Takes the last change of a draft back; taken back twice, the change is there again.
import { createHash } from "node:crypto";
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { keptUntil, refuseLaterRevision } from "./change-draft.server.ts";
import { findDraft, updateDraft } from "./drafts.repo.server.ts";
import { questionnaireOf, textOfDraft } from "./edited-text.server.ts";

export async function undoChange(ctx: PersonContext, draftId: string, revision: number): Promise<void> {
  const { portal, actor, now } = ctx;
  const { organisationId, personId } = actor;
  const seen = await findDraft(portal.store.read, organisationId, draftId, now);
  const grant = authorize(ctx, "questionnaire.draft", { type: "questionnaire_draft", organisationId, id: draftId });
  if (!seen) throw unknownObject();
  refuseLaterRevision(seen, revision);
  const { undoSource } = seen;
  if (undoSource === null) throw new DomainError("conflict", "There is no change to take back.");
  // Of its own bytes: as it was read, a draft is not written the way ours are.
  const sha256 = createHash("sha256").update(undoSource, "utf8").digest("hex");
  const before = questionnaireOf(portal, { sha256, source: undoSource, fileName: seen.fileName });
  const { questionnaireId, version, title } = textOfDraft(before);
  await portal.store.tx(organisationId, async (tx) => {
    const draft = await findDraft(tx, organisationId, draftId, now);
    if (!draft) throw unknownObject();
    refuseLaterRevision(draft, revision);
    await updateDraft(tx, organisationId, draftId, {
      ...{ questionnaireId, version, title, sha256, source: undoSource, undoSource: draft.source },
      ...{ revision: revision + 1, changedById: personId, changedAt: now, lastChange: "undone", expiresAt: keptUntil(now) },
    });
    const data = { change: "undone", of: questionnaireId, revision: revision + 1, sha256 };
    await recordAuditEvent(tx, grant, { type: "questionnaire.draft_changed", objectId: draftId, data }, now);
  });
}
