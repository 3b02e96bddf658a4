// Takes the last change of a draft back; taken back twice, the change is there again.
import { createHash } from "node:crypto";
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { refuseLaterRevision, storeChange } from "./change-draft.server.ts";
import { findDraft } from "./drafts.repo.server.ts";
import { questionnaireOf, textOfDraft } from "./edited-text.server.ts";

export async function undoChange(ctx: PersonContext, draftId: string, revision: number): Promise<void> {
  const { portal, actor, now } = ctx;
  const { organisationId } = actor;
  const seen = await findDraft(portal.store.read, organisationId, draftId, now);
  const grant = authorize(ctx, "questionnaire.draft", { type: "questionnaire_draft", organisationId, id: draftId });
  if (!seen) throw unknownObject();
  refuseLaterRevision(seen, revision);
  const { undoSource } = seen;
  if (undoSource === null) throw new DomainError("conflict", "There is no change to take back.");
  // Of its own bytes: as it was read, a draft is not written the way ours are.
  const sha256 = createHash("sha256").update(undoSource, "utf8").digest("hex");
  const before = questionnaireOf(portal, { sha256, source: undoSource, fileName: seen.fileName });
  const text = { ...textOfDraft(before), source: undoSource, sha256 };
  await storeChange(ctx, grant, { draftId, revision, text, change: "undone", of: text.questionnaireId });
}
