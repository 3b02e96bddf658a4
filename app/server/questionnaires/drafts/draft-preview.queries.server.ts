// A draft as a vendor would see it.
import { unknownObject } from "#app/domain/errors.ts";
import { structureProblems } from "#app/domain/questionnaire/structure.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { type PreviewView, previewOf } from "../preview-of.server.ts";
import { openDraft } from "./open-draft.server.ts";

/** Without a section: the first one with a question. Throws not_found while there is none, or while the draft cannot run. */
export async function viewDraftPreview(ctx: PersonContext, draftId: string, sectionId: string | undefined): Promise<PreviewView> {
  const { questionnaire, row } = await openDraft(ctx, draftId);
  const sections = questionnaire.sections.filter(({ questions }) => questions.length > 0);
  const shown = { ...questionnaire, sections };
  if (sections.length === 0 || structureProblems(shown).length > 0) throw unknownObject();
  return previewOf(ctx, { questionnaire: shown, sha256: row.sha256 }, sectionId);
}
