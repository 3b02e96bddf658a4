// A draft as a vendor would see it.
import { unknownObject } from "#app/domain/errors.ts";
import { structureProblems } from "#app/domain/questionnaire/structure.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { type PreviewView, previewOf } from "../preview-of.server.ts";
import { revisionOf } from "./edited-text.server.ts";
import { openDraft } from "./open-draft.server.ts";

export interface DraftPreviewView extends PreviewView {
  /** From a file, and nothing changed by hand: it is left for the report of the import. */
  isAsRead: boolean;
}

/** Without a section: the first one with a question. Throws not_found while there is none, or while the draft cannot run. */
export async function viewDraftPreview(ctx: PersonContext, draftId: string, sectionId: string | undefined): Promise<DraftPreviewView> {
  const { questionnaire, row } = await openDraft(ctx, draftId);
  const sections = questionnaire.sections.filter(({ questions }) => questions.length > 0);
  const shown = { ...questionnaire, sections };
  if (sections.length === 0 || structureProblems(shown).length > 0) throw unknownObject();
  const view = await previewOf(ctx, { questionnaire: shown, sha256: row.sha256 }, sectionId);
  return { ...view, isAsRead: row.kind !== "portal" && revisionOf(row) === 0 };
}
