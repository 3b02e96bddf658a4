// What stands in a workbook that was read and is not saved yet: as secret as evidence, so it is encrypted for its row, and the documents
// that came with it wait in the vault under keys only this content holds.
import type { FileLine, ReadWorkbook } from "#app/domain/assessment/workbook/read-sheets.ts";
import type { CaiqAnswers } from "#app/domain/questionnaire/import/caiq-answers.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import type { Portal } from "../../../platform/portal.server.ts";
import type { StoredFile } from "../../../platform/vault.server.ts";
import type { WorkbookUploadRow } from "./workbook-uploads.repo.server.ts";

/** A file of the vault under the id it was stored for. */
export interface WaitingFile extends StoredFile {
  id: string;
}

export type FileFate =
  | { is: "waits"; kind: string; file: WaitingFile }
  | { is: "missing" | "same_name" | "no_question" | "no_kind" }
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
export const workbookLifeHours = 20;

type Owner = Pick<WorkbookUploadRow, "id" | "organisationId" | "vendorId" | "assessmentId">;

const contextOf = ({ id, organisationId, vendorId, assessmentId }: Owner): string =>
  JSON.stringify(["workbook_upload", 1, organisationId, vendorId, assessmentId, id]);

export const sealContent = ({ secrets }: Portal, owner: Owner, content: UploadContent): string =>
  secrets.seal(JSON.stringify(content), contextOf(owner));

export const openContent = ({ secrets }: Portal, row: WorkbookUploadRow): UploadContent =>
  JSON.parse(secrets.open(row.sealed, contextOf(row))) as UploadContent;

/** The files of the vault that wait for this upload. */
export const waitingFiles = ({ files }: UploadContent): WaitingFile[] =>
  files.flatMap(({ fate }) => (fate.is === "waits" ? [fate.file] : []));
