// Keeps a workbook that was read until it is saved, discarded or its day is over.
import { recordAuditEvent } from "../../../audit/record-audit-event.server.ts";
import type { Grant } from "../../../platform/authorize.server.ts";
import { refusal } from "../../../platform/refusal.server.ts";
import type { Tx } from "../../../platform/store.server.ts";
import { type UploadContent, waitingFiles } from "./upload-content.server.ts";
import { countOpenWorkbookUploads, insertWorkbookUpload, type WorkbookUploadRow } from "./workbook-uploads.repo.server.ts";

/** More than people work on at once. */
const mostUploads = 10;

export async function keepUpload(tx: Tx, grant: Grant, row: WorkbookUploadRow, content: UploadContent, now: Date): Promise<void> {
  const { id: uploadId, organisationId, assessmentId, vendorId, fileSha256, broughtById } = row;
  const side = broughtById === null ? "vendor" : "us";
  if ((await countOpenWorkbookUploads(tx, organisationId, assessmentId, side, now)) >= mostUploads)
    throw refusal("conflict", ({ workbook }) => workbook.tooMany(mostUploads));
  await insertWorkbookUpload(tx, row);
  const data = { uploadId, fileSha256, rows: (content.caiq ?? content).rows.length, files: waitingFiles(content).length };
  await recordAuditEvent(tx, grant, { type: "workbook.uploaded", objectId: assessmentId, vendorId, data }, now);
}
