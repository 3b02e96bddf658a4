// Begins a draft in the editor. It is stored at once, so that nothing that is written gets lost.
import { DomainError } from "#app/domain/errors.ts";
import { mostDrafts } from "#app/domain/questionnaire/draft.ts";
import { type BeginInput, begin } from "#app/domain/questionnaire/edit/begin.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { latestQuestionnaires } from "../questionnaire-versions.queries.server.ts";
import { keptUntil } from "./change-draft.server.ts";
import { insertDraft, listOpenDrafts } from "./drafts.repo.server.ts";
import { textOfDraft } from "./edited-text.server.ts";

/** Throws `invalid` naming the field; `conflict` when too many drafts are open. */
export async function beginDraft(ctx: PersonContext, input: BeginInput): Promise<{ draftId: string }> {
  const { portal, actor, now } = ctx;
  const { organisationId, personId } = actor;
  const id = portal.ids.next("questionnaireDraft", now);
  await portal.store.tx(organisationId, async (tx) => {
    const grant = authorize(ctx, "questionnaire.draft", { type: "questionnaire_draft", organisationId, id });
    const installed = await latestQuestionnaires(portal, tx, organisationId, "vendor");
    const internal = await latestQuestionnaires(portal, tx, organisationId, "internal");
    const drafts = await listOpenDrafts(tx, organisationId, now);
    if (drafts.length >= mostDrafts) {
      throw new DomainError("conflict", `There are ${mostDrafts} drafts already. Publish or discard one of them first.`);
    }
    const taken = [
      ...[...installed, ...internal].map(({ questionnaire }) => questionnaire.id),
      ...drafts.map((draft) => draft.questionnaireId),
    ];
    const questionnaire = begin(
      input,
      installed.map((each) => each.questionnaire),
      new Set(taken),
    );
    const text = textOfDraft(questionnaire);
    const report = { mapped: [], lost: [], warnings: [] };
    await insertDraft(tx, {
      ...{
        ...text,
        fileName: `${questionnaire.id}.yaml`,
        id,
        organisationId,
        kind: "portal",
        fileSha256: text.sha256,
        report,
        createdById: personId,
        createdAt: now,
      },
      ...{ revision: 0, changedById: null, changedAt: null, lastChange: null, undoSource: null, expiresAt: keptUntil(now) },
    });
    const data = { change: "begun", of: questionnaire.id, revision: 0, sha256: text.sha256 };
    await recordAuditEvent(tx, grant, { type: "questionnaire.draft_changed", objectId: id, data }, now);
  });
  return { draftId: id };
}
