// What stands in a workbook that was read and is not saved yet: as secret as evidence, so it is encrypted for its row, and the documents
// that came with it wait in the vault under keys only this content holds.
import type { FileLine, ReadWorkbook } from "#app/domain/assessment/workbook/read-sheets.ts";
import type { CaiqAnswers } from "#app/domain/questionnaire/import/caiq-answers.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { Portal } from "../../../platform/portal.server.ts";
import { refusal } from "../../../platform/refusal.server.ts";
import type { StoredFile } from "../../../platform/vault.server.ts";
import type { WorkbookUploadRow } from "./workbook-uploads.repo.server.ts";

/** A file of the vault under the id it was stored for. */
export interface WaitingFile extends StoredFile {
  id: string;
}

export type FileFate =
  | { is: "waits"; kind: string; file: WaitingFile }
  | { is: "missing" | "same_name" | "no_question" | "no_kind" | "not_here" }
  /** Its content was refused, in words. */
  | { is: "refused"; says: string };

export interface JudgedFile extends FileLine {
  fate: FileFate;
}

export interface UploadContent {
  language: Language;
  rows: ReadWorkbook["rows"];
  stray: ReadWorkbook["stray"];
  files: JudgedFile[];
  /** Documents in the archive that no line names. */
  unnamed: string[];
  /** It is a filled CAIQ: the rest is empty. */
  caiq?: CaiqAnswers;
}

/** A workbook waits for the second step this long; less than the vault keeps a file no row names. */
const workbookLifeHours = 20;

type Owner = Pick<WorkbookUploadRow, "id" | "organisationId" | "vendorId" | "assessmentId">;

const contextOf = ({ id, organisationId, vendorId, assessmentId }: Owner): string =>
  JSON.stringify(["workbook_upload", 1, organisationId, vendorId, assessmentId, id]);

/** Of what is kept for the report. */
const mostCharacters = 4 * 1024 * 1024;

/** The row of an upload. Throws too_large for more text than answers may have. */
export function uploadRow(
  { ids, secrets }: Portal,
  of: Pick<WorkbookUploadRow, "organisationId" | "assessmentId" | "vendorId" | "broughtById" | "fileName" | "fileSha256" | "uploadedBy">,
  content: UploadContent,
  now: Date,
): WorkbookUploadRow {
  const { organisationId, assessmentId, vendorId, broughtById, fileName, fileSha256, uploadedBy } = of;
  const text = JSON.stringify(content);
  if (text.length > mostCharacters) throw refusal("too_large", ({ workbook }) => workbook.tooMuchText);
  const owner = { id: ids.next("workbookUpload", now), organisationId, assessmentId, vendorId };
  const expiresAt = new Date(now.getTime() + workbookLifeHours * 3_600_000);
  const sealed = secrets.seal(text, contextOf(owner));
  return { ...owner, broughtById, fileName, fileSha256, sealed, uploadedBy, uploadedAt: now, expiresAt };
}

export const openContent = ({ secrets }: Portal, row: WorkbookUploadRow): UploadContent =>
  JSON.parse(secrets.open(row.sealed, contextOf(row))) as UploadContent;

/** The files of the vault that wait for this upload. */
export const waitingFiles = ({ files }: UploadContent): WaitingFile[] =>
  files.flatMap(({ fate }) => (fate.is === "waits" ? [fate.file] : []));
