// Entry of the worker thread that reads one foreign file, built on its own into build/workers (see pdf.worker.ts): what a vendor filled in, or a
// questionnaire somebody imports. One file in, what it says or one refusal out; then the thread ends, and whatever the file made it hold with it.
import { parentPort } from "node:worker_threads";
import { type ErrorCode, isDomainError } from "#app/domain/errors.ts";
import type { DraftKind } from "#app/domain/questionnaire/draft.ts";
import { type DraftSettings, type ReadDraft, readDraft } from "#app/server/questionnaires/drafts/read-draft.server.ts";
import type { NamedBytes } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { type FilledFile, readFilledFile } from "#app/server/questionnaires/import/read-filled-file.server.ts";

/** What files are read as: what is asked, and what comes of it. */
export interface Readings {
  /** Undefined for a file of another kind. */
  filled: { ask: { file: NamedBytes }; gives: FilledFile | undefined };
  questionnaire: { ask: { file: NamedBytes; kind: DraftKind; settings: DraftSettings }; gives: ReadDraft };
}

export type Reading = keyof Readings;
export type ReadingRequest = { [R in Reading]: { as: R } & Readings[R]["ask"] }[Reading];
export type ReadingReply<R extends Reading = Reading> =
  | { read: Readings[R]["gives"] }
  | { refused: { code: ErrorCode; detail: string } }
  | { error: string };

const read = (request: ReadingRequest): Promise<Readings[Reading]["gives"]> =>
  request.as === "filled" ? readFilledFile(request.file.bytes, request.file.name) : readDraft(request.kind, request.file, request.settings);

const port = parentPort;

port?.on("message", (request: ReadingRequest) => {
  read(request).then(
    (read) => port.postMessage({ read } satisfies ReadingReply),
    (error: unknown) => {
      const reply: ReadingReply = isDomainError(error)
        ? { refused: { code: error.code, detail: error.detail } }
        : { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      port.postMessage(reply);
    },
  );
});
