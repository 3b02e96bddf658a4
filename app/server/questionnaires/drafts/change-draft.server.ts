// One edit of a draft. Who saves names the revision that was seen; when somebody saved meanwhile, nothing is overwritten and both are told.
// The text is parsed and written before the tx, which then only compares the revision: writing a long file takes a while.
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import { editedDraftLifeDays } from "#app/domain/questionnaire/draft.ts";
import type { DraftEdit } from "#app/domain/questionnaire/edit/draft-edit.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize, type Grant } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { type DraftRow, findDraft, updateDraft } from "./drafts.repo.server.ts";
import { questionnaireOf, revisionOf, textOfDraft } from "./edited-text.server.ts";
import { publishedIdsOf } from "./published-ids.queries.server.ts";

/** The last day of a draft that is changed now. */
export const keptUntil = (now: Date): Date => new Date(now.getTime() + editedDraftLifeDays * 86_400_000);

/** Throws `conflict` when the draft was changed since that revision; `invalid` as the edit says. Gives back what was edited. */
export async function changeDraft(ctx: PersonContext, draftId: string, revision: number, edit: DraftEdit): Promise<string> {
  const { portal, actor, now } = ctx;
  const { organisationId } = actor;
  const { store } = portal;
  const seen = await findDraft(store.read, organisationId, draftId, now);
  const grant = authorize(ctx, "questionnaire.draft", { type: "questionnaire_draft", organisationId, id: draftId });
  if (!seen) throw unknownObject();
  refuseLaterRevision(seen, revision);
  const published = await publishedIdsOf(portal, store.read, organisationId, seen.questionnaireId);
  const { questionnaire, of } = edit.apply(questionnaireOf(portal, seen), published);
  const text = textOfDraft(questionnaire);
  if (text.source === seen.source) return of;
  await storeChange(ctx, grant, { draftId, revision, text, change: edit.change, of });
  return of;
}

export interface StoredChange {
  draftId: string;
  /** The revision it was made of. */
  revision: number;
  text: ReturnType<typeof textOfDraft>;
  change: DraftEdit["change"] | "undone";
  /** What was changed, by id. */
  of: string;
}

/** Puts a text in the place of the draft's, which can be taken back; throws `conflict` when it was changed since that revision. */
export async function storeChange({ portal, actor, now }: PersonContext, grant: Grant, stored: StoredChange): Promise<void> {
  const { organisationId, personId } = actor;
  const { draftId, revision, text, change, of } = stored;
  await portal.store.tx(organisationId, async (tx) => {
    const draft = await findDraft(tx, organisationId, draftId, now);
    if (!draft) throw unknownObject();
    refuseLaterRevision(draft, revision);
    await updateDraft(tx, organisationId, draftId, {
      ...text,
      revision: revision + 1,
      changedById: personId,
      changedAt: now,
      lastChange: change,
      undoSource: draft.source,
      expiresAt: keptUntil(now),
    });
    const data = { change, of, revision: revision + 1, sha256: text.sha256 };
    await recordAuditEvent(tx, grant, { type: "questionnaire.draft_changed", objectId: draftId, data }, now);
  });
}

/** Throws `conflict` for a page that shows an older draft than there is. */
export function refuseLaterRevision(draft: DraftRow, revision: number): void {
  if (revisionOf(draft) === revision) return;
  throw new DomainError(
    "conflict",
    "The draft was changed in another window or by somebody else since you opened this page. Nothing was saved or overwritten: what you typed is still here. Look at the draft in a new window, then save again to put your words in its place.",
  );
}
