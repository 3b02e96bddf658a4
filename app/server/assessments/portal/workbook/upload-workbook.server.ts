// First step of an upload: reads a filled workbook with the documents that came with it, or a CAIQ, and keeps what they hold for the report. No answer
// is saved and no document attached. Who may not answer sends no byte: the right is asked for before the file is read.
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import type { ReadWorkbook } from "#app/domain/assessment/workbook/read-sheets.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type Language, languageNamed } from "#app/domain/questionnaire/questionnaire.ts";
import { en } from "#app/i18n/en.ts";
import { recordAuditEvent } from "../../../audit/record-audit-event.server.ts";
import { authorize } from "../../../platform/authorize.server.ts";
import { safeFileName } from "../../../platform/file-names.server.ts";
import { readWhole } from "../../../platform/read-whole.server.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import type { Reader } from "../../../platform/store.server.ts";
import { formOf } from "../../../questionnaires/questionnaire-versions.queries.server.ts";
import { getAssessment } from "../../assessments.queries.server.ts";
import { guardedAssessment } from "../../guarded-assessment.server.ts";
import { submitted } from "../save-answer.server.ts";
import { openBundle } from "./open-bundle.server.ts";
import { takeFiles } from "./take-files.server.ts";
import { sealContent, type UploadContent, waitingFiles, workbookLifeHours } from "./upload-content.server.ts";
import { versionsOf } from "./workbook-facts.server.ts";
import { countOpenWorkbookUploads, insertWorkbookUpload } from "./workbook-uploads.repo.server.ts";

/** More than a vendor's people work on at once. */
const mostUploads = 10;
/** Of what is kept for the report. */
const mostContentCharacters = 4 * 1024 * 1024;

/** Throws invalid, too_large or unsupported_type with what is wrong with the file; nothing is left then. */
export async function uploadWorkbook(ctx: VendorContext, file: { fileName: string; source: Readable }): Promise<{ uploadId: string }> {
  const { portal, actor, now } = ctx;
  const { assessmentId, vendorId } = actor;
  const { form } = await guarded(ctx, portal.store.read);
  await portal.limits.consume("upload_vendor", vendorId, now);
  const fileName = safeFileName(file.fileName);
  const { uploadMaxBytes } = portal.config;
  const bytes = await readWhole(
    file.source,
    uploadMaxBytes,
    () => new DomainError("too_large", en.portal.workbook.tooLarge(uploadMaxBytes)),
  );
  const bundle = await openBundle(bytes, fileName, uploadMaxBytes);
  const read = await portal.workbooks.read(bundle.workbook.bytes, bundle.workbook.name);
  if (!read) throw new DomainError("invalid", en.portal.workbook.notOurs);
  if (read.is === "caiq") {
    const content: UploadContent = { language: "en", rows: [], stray: [], files: [], unnamed: [], caiq: read.caiq };
    return keepUpload(ctx, { fileName, bytes, content, rows: read.caiq.rows.length });
  }
  const language = requireOurs(read.workbook, assessmentId, versionsOf(form));
  const { rows, stray } = read.workbook;
  const known = rows.filter(({ questionKey }) => form.indexOf.has(questionKey));
  const unknown = rows.filter((row) => !form.indexOf.has(row.questionKey));
  const { files, unnamed } = await takeFiles(ctx, form, language, read.workbook.files, bundle.files);
  const content: UploadContent = {
    language,
    rows: known,
    stray: [
      ...stray,
      ...unknown.map(({ place, questionKey }) => ({ place, text: questionKey.slice(0, 200), because: "no_question" as const })),
    ],
    files,
    unnamed,
  };
  try {
    return await keepUpload(ctx, { fileName, bytes, content, rows: known.length });
  } catch (error) {
    for (const waiting of waitingFiles(content)) await portal.vault.destroy(waiting);
    throw error;
  }
}

interface ReadUpload {
  fileName: string;
  bytes: Uint8Array;
  content: UploadContent;
  /** Rows that were filled in. */
  rows: number;
}

async function keepUpload(ctx: VendorContext, { fileName, bytes, content, rows }: ReadUpload): Promise<{ uploadId: string }> {
  const { portal, actor, now } = ctx;
  const { organisationId, assessmentId, vendorId, name: uploadedBy } = actor;
  if (JSON.stringify(content).length > mostContentCharacters) throw new DomainError("too_large", en.portal.workbook.tooMuchText);
  const id = portal.ids.next("workbookUpload", now);
  const owner = { id, organisationId, vendorId, assessmentId };
  const fileSha256 = createHash("sha256").update(bytes).digest("hex");
  const expiresAt = new Date(now.getTime() + workbookLifeHours * 3_600_000);
  const row = { ...owner, fileName, fileSha256, sealed: sealContent(portal, owner, content), uploadedBy, uploadedAt: now, expiresAt };
  await portal.store.tx(organisationId, async (tx) => {
    const { grant } = await guarded(ctx, tx);
    if ((await countOpenWorkbookUploads(tx, organisationId, assessmentId, now)) >= mostUploads)
      throw new DomainError("conflict", en.portal.workbook.tooMany(mostUploads));
    await insertWorkbookUpload(tx, row);
    const data = { uploadId: id, fileSha256, rows, files: waitingFiles(content).length };
    await recordAuditEvent(tx, grant, { type: "workbook.uploaded", objectId: assessmentId, vendorId, data }, now);
  });
  return { uploadId: id };
}

async function guarded(ctx: VendorContext, from: Reader) {
  const { organisationId, assessmentId } = ctx.actor;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  const grant = authorize(ctx, "answer.save", guardedAssessment(assessment));
  if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
  return { grant, form: await formOf(ctx.portal, from, organisationId, assessmentId) };
}

/** The workbook belongs to this assessment and asks what it asks. Returns its language. */
function requireOurs(read: ReadWorkbook, assessmentId: string, versions: readonly string[]): Language {
  const words = en.portal.workbook;
  if (read.meta.assessmentId !== assessmentId) throw new DomainError("invalid", words.otherAssessment);
  if (JSON.stringify(read.meta.versions) !== JSON.stringify(versions)) throw new DomainError("invalid", words.otherVersion);
  return languageNamed(read.meta.language);
}
