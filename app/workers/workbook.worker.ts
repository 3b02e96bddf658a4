// Entry of the worker thread that reads one filled workbook, built on its own into build/workers (see pdf.worker.ts). One file in, its
// rows or one refusal out; then the thread ends, and whatever the file made it hold with it.
import { parentPort } from "node:worker_threads";
import { type ReadWorkbook, readSheets } from "#app/domain/assessment/workbook/read-sheets.ts";
import { type ErrorCode, isDomainError } from "#app/domain/errors.ts";
import { readWorkbookFile } from "#app/server/questionnaires/import/read-workbook-file.server.ts";

export interface WorkbookRequest {
  bytes: Uint8Array;
  name: string;
}

/** `read` is undefined for a workbook that is not ours. */
export type WorkbookReply = { read: ReadWorkbook | undefined } | { refused: { code: ErrorCode; detail: string } } | { error: string };

const port = parentPort;

port?.on("message", ({ bytes, name }: WorkbookRequest) => {
  readWorkbookFile(bytes, name).then(
    ({ workbook }) => port.postMessage({ read: readSheets(workbook?.sheets ?? []) } satisfies WorkbookReply),
    (error: unknown) => {
      const reply: WorkbookReply = isDomainError(error)
        ? { refused: { code: error.code, detail: error.detail } }
        : { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      port.postMessage(reply);
    },
  );
});
