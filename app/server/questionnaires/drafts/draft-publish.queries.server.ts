// What stands before publishing: what the linter says, what changed since the installed version, which number and notes that asks for.
import { draftProblems } from "#app/domain/questionnaire/edit/draft-places.ts";
import { notesToWrite, versionAskedFor } from "#app/domain/questionnaire/edit/notes.ts";
import { versionDifference } from "#app/domain/questionnaire/version-difference.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { judgeDraft } from "./judge-draft.server.ts";
import { openDraft } from "./open-draft.server.ts";

export async function viewDraftPublish(ctx: PersonContext, draftId: string) {
  const { portal, actor } = ctx;
  const { row, head } = await openDraft(ctx, draftId);
  const { questionnaire, installed, problems, refusal } = await judgeDraft(portal, portal.store.read, actor.organisationId, row);
  return {
    ...head,
    id: questionnaire.id,
    version: questionnaire.version,
    sha256: row.sha256,
    installed: installed?.version ?? null,
    problems: draftProblems(questionnaire, problems),
    refusal: refusal?.says ?? null,
    difference: installed ? versionDifference(installed, questionnaire) : null,
    versionAskedFor: installed ? (versionAskedFor(installed, questionnaire) ?? null) : null,
    notes: installed ? notesToWrite(installed, questionnaire) : [],
  };
}
