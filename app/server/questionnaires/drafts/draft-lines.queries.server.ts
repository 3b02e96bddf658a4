// The drafts there are, as a list: what, since when, by whom; the one changed last comes first.
import { namesOfPeople } from "../../people/named-people.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { listOpenDrafts } from "./drafts.repo.server.ts";

export interface DraftLine {
  id: string;
  title: string;
  questionnaireId: string;
  version: string;
  changedAt: Date;
  expiresAt: Date;
  by: string;
  /** A file that nobody edited yet: its report is the place to go. */
  isAsRead: boolean;
}

export async function listDraftLines(ctx: PersonContext): Promise<DraftLine[]> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "questionnaire.draft", { type: "questionnaire_draft", organisationId });
  const { read } = ctx.portal.store;
  const drafts = await listOpenDrafts(read, organisationId, ctx.now);
  const names = await namesOfPeople(
    read,
    organisationId,
    drafts.map(({ changedById, createdById }) => changedById ?? createdById),
  );
  return drafts
    .map(({ id, title, questionnaireId, version, kind, revision, expiresAt, ...row }) => ({
      ...{ id, title, questionnaireId, version, expiresAt, isAsRead: kind !== "portal" && revision === null },
      changedAt: row.changedAt ?? row.createdAt,
      by: names.get(row.changedById ?? row.createdById) ?? "",
    }))
    .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
}
