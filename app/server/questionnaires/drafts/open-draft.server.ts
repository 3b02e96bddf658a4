// A draft as its screens read it: the row, what it holds, and what the published versions have fixed.
import { unknownObject } from "#app/domain/errors.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { findDraft } from "./drafts.repo.server.ts";
import { questionnaireOf, revisionOf } from "./edited-text.server.ts";
import { publishedIdsOf } from "./published-ids.queries.server.ts";

/** Throws not_found for what was published, discarded or is past its day. */
export async function openDraft(ctx: PersonContext, draftId: string) {
  const { portal, actor, now } = ctx;
  const { organisationId } = actor;
  const { read } = portal.store;
  const row = await findDraft(read, organisationId, draftId, now);
  authorize(ctx, "questionnaire.draft", { type: "questionnaire_draft", organisationId, id: draftId });
  if (!row) throw unknownObject();
  const questionnaire = questionnaireOf(portal, row);
  const published = await publishedIdsOf(portal, read, organisationId, row.questionnaireId);
  const head = { draftId, revision: revisionOf(row), title: row.title || row.questionnaireId, languages: questionnaire.languages };
  return { row, questionnaire, published, head };
}

/** What every screen of the editor shows of its draft. */
export type DraftHead = Awaited<ReturnType<typeof openDraft>>["head"];
