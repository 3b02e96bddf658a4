// First step of an import: reads a file, in a thread of its own, and keeps for a day what came of it, so that the second step need not trust
// the browser. Nothing is published. Who may not publish sends no byte: the right is asked for before the file is read.
import { createHash } from "node:crypto";
import { DomainError } from "#app/domain/errors.ts";
import { type DraftKind, type DraftReport, draftLifeHours, mostDrafts } from "#app/domain/questionnaire/draft.ts";
import type { ImportSettings } from "#app/domain/questionnaire/import/foreign.ts";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import { safeFileName } from "../../platform/file-names.server.ts";
import { readWhole } from "../../platform/read-whole.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import type { NamedStream } from "../../platform/upload.server.ts";
import type { NamedBytes } from "../import/import-questionnaire.server.ts";
import { countOpenDrafts, insertDraft, unchanged } from "./drafts.repo.server.ts";
import { mostBytesOf } from "./read-draft.server.ts";

export interface DraftForm extends ImportSettings {
  kind: DraftKind;
}

/** Throws `invalid` or `too_large` with file, line and mend; nothing is left then. */
export async function draftQuestionnaire(
  ctx: PersonContext,
  { kind, ...settings }: DraftForm,
  file: NamedStream & { further?: AsyncIterable<NamedStream> },
): Promise<{ draftId: string }> {
  const { portal, actor, now } = ctx;
  const { organisationId, personId } = actor;
  const id = portal.ids.next("questionnaireDraft", now);
  const grant = authorize(ctx, "questionnaire.publish", { type: "questionnaire_draft", organisationId, id });
  const { name: fileName, bytes } = await readAll(file, kind);
  const extensions: NamedBytes[] = [];
  for await (const each of file.further ?? []) extensions.push(await readAll(each, kind));
  const read = await portal.foreignFiles.read("questionnaire", {
    file: { name: fileName, bytes },
    kind,
    settings: { ...settings, extensions },
  });
  const { questionnaire, source, sha256 } = read;
  const { id: questionnaireId, version, languages } = questionnaire;
  const fileSha256 = hashOf(bytes);
  const title = textIn(questionnaire.title, "en", languages[0]!);
  const beside = extensions.map(({ name, bytes: own }) => ({ fileName: name, sha256: hashOf(own) }));
  const report: DraftReport = { ...read.report, ...(beside.length > 0 ? { extensions: beside } : {}) };
  const row = { kind, fileName, fileSha256, report, questionnaireId, version, title, sha256, source };
  const expiresAt = new Date(now.getTime() + draftLifeHours * 3_600_000);
  await portal.store.tx(organisationId, async (tx) => {
    if ((await countOpenDrafts(tx, organisationId, now)) >= mostDrafts) {
      throw new DomainError("conflict", `${mostDrafts} files are read and not published yet. Publish or discard one of them first.`);
    }
    await insertDraft(tx, { ...row, ...unchanged, id, organisationId, createdById: personId, createdAt: now, expiresAt });
    const extended = beside.length > 0 ? { extensionSha256s: beside.map((each) => each.sha256) } : {};
    const data = { kind, fileSha256, ...extended, questionnaireId, version, sha256 };
    await recordAuditEvent(tx, grant, { type: "questionnaire.drafted", objectId: id, data }, now);
  });
  return { draftId: id };
}

/** Stops at the first byte too many. */
async function readAll({ fileName, source }: NamedStream, kind: DraftKind): Promise<NamedBytes> {
  const mostBytes = mostBytesOf(kind);
  const name = safeFileName(fileName);
  const says = `${name}: The file is larger than the ${mostBytes / 1024 / 1024} MiB a file of this kind may have.`;
  return { name, bytes: await readWhole(source, mostBytes, () => new DomainError("too_large", says)) };
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
