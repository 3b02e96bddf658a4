// Entry of the worker thread that reads one filled file of a vendor, built on its own into build/workers (see pdf.worker.ts): our workbook,
// or a CAIQ. One file in, what it says or one refusal out; then the thread ends, and whatever the file made it hold with it.
import { parentPort } from "node:worker_threads";
import { type ErrorCode, isDomainError } from "#app/domain/errors.ts";
import { type FilledFile, readFilledFile } from "#app/server/questionnaires/import/read-filled-file.server.ts";

export interface WorkbookRequest {
  bytes: Uint8Array;
  name: string;
}

/** `read` is undefined for a file of another kind. */
export type WorkbookReply = { read: FilledFile | undefined } | { refused: { code: ErrorCode; detail: string } } | { error: string };

const port = parentPort;

port?.on("message", ({ bytes, name }: WorkbookRequest) => {
  readFilledFile(bytes, name).then(
    (read) => port.postMessage({ read } satisfies WorkbookReply),
    (error: unknown) => {
      const reply: WorkbookReply = isDomainError(error)
        ? { refused: { code: error.code, detail: error.detail } }
        : { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      port.postMessage(reply);
    },
  );
});
