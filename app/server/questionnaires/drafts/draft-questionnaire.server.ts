// First step of an import: reads a file and keeps for a day what came of it, so that the second step need not trust the browser.
// Nothing is published. Who may not publish sends no byte: the right is asked for before the file is read.
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { DomainError } from "#app/domain/errors.ts";
import { type DraftKind, draftLifeHours, mostDrafts } from "#app/domain/questionnaire/draft.ts";
import type { ImportSettings } from "#app/domain/questionnaire/import/foreign.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { safeFileName } from "../../platform/file-names.server.ts";
import { readWhole } from "../../platform/read-whole.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { countOpenDrafts, insertDraft, unchanged } from "./drafts.repo.server.ts";
import { mostBytesOf, readDraft } from "./read-draft.server.ts";

export interface DraftForm extends ImportSettings {
  kind: DraftKind;
}

/** Throws `invalid` or `too_large` with file, line and mend; nothing is left then. */
export async function draftQuestionnaire(
  ctx: PersonContext,
  { kind, ...settings }: DraftForm,
  file: { fileName: string; source: Readable },
): Promise<{ draftId: string }> {
  const { portal, actor, now } = ctx;
  const { organisationId, personId } = actor;
  const id = portal.ids.next("questionnaireDraft", now);
  const grant = authorize(ctx, "questionnaire.publish", { type: "questionnaire_draft", organisationId, id });
  const bytes = await readWhole(file.source, mostBytesOf(kind), () => tooLarge(mostBytesOf(kind)));
  const fileName = safeFileName(file.fileName);
  const { questionnaire, source, sha256, report } = await readDraft(kind, bytes, fileName, settings);
  const { id: questionnaireId, version, languages } = questionnaire;
  const fileSha256 = createHash("sha256").update(bytes).digest("hex");
  const title = textIn(questionnaire.title, "en", languages[0]!);
  const read = { kind, fileName, fileSha256, report, questionnaireId, version, title, sha256, source };
  const expiresAt = new Date(now.getTime() + draftLifeHours * 3_600_000);
  await portal.store.tx(organisationId, async (tx) => {
    if ((await countOpenDrafts(tx, organisationId, now)) >= mostDrafts) {
      throw new DomainError("conflict", `${mostDrafts} files are read and not published yet. Publish or discard one of them first.`);
    }
    await insertDraft(tx, { ...read, ...unchanged, id, organisationId, createdById: personId, createdAt: now, expiresAt });
    const data = { kind, fileSha256, questionnaireId, version, sha256 };
    await recordAuditEvent(tx, grant, { type: "questionnaire.drafted", objectId: id, data }, now);
  });
  return { draftId: id };
}

const tooLarge = (mostBytes: number) =>
  new DomainError("too_large", `The file is larger than the ${mostBytes / 1024 / 1024} MiB a file of this kind may have.`);
