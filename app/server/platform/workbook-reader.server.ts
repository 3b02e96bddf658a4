// Reads what vendors filled in, our workbook or a CAIQ, each in a thread of its own with bounded time and memory: a hostile file can neither hold up requests nor
// take the process with it.
import { Worker } from "node:worker_threads";
import { DomainError } from "#app/domain/errors.ts";
import type { FilledFile } from "#app/server/questionnaires/import/read-filled-file.server.ts";
import type { WorkbookReply, WorkbookRequest } from "#app/workers/workbook.worker.ts";
import { concurrencyCap } from "./concurrency-cap.server.ts";

export interface WorkbookReader {
  /** Undefined for a file of another kind. Throws invalid, unsupported_type or too_large in words, unavailable when too many wait. */
  read(bytes: Uint8Array, name: string): Promise<FilledFile | undefined>;
}

export interface WorkbookReaderOptions {
  /** The built worker, `build/workers/workbook.worker.js`. */
  workerUrl: URL;
  /** How long one file may take. */
  timeoutMs?: number;
}

const mostMemoryMb = 160;

export function createWorkbookReader({ workerUrl, timeoutMs = 10_000 }: WorkbookReaderOptions): WorkbookReader {
  const inTurn = concurrencyCap({
    atOnce: 1,
    waiting: 20,
    refusal: () =>
      new DomainError("unavailable", "Too many files arrive at this moment. Try again in a minute.", { retryAfterSeconds: 60 }),
  });
  return { read: (bytes, name) => inTurn(() => readInThread(workerUrl, timeoutMs, { bytes, name })) };
}

async function readInThread(workerUrl: URL, timeoutMs: number, request: WorkbookRequest): Promise<FilledFile | undefined> {
  const worker = new Worker(workerUrl, { execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } });
  const tooMuch = () =>
    new DomainError("too_large", `${request.name}: The workbook takes too much to read. Download it anew and fill in that one.`);
  let timer: NodeJS.Timeout | undefined;
  try {
    const reply = await new Promise<WorkbookReply>((resolve, reject) => {
      timer = setTimeout(() => reject(tooMuch()), timeoutMs);
      worker.on("message", resolve);
      worker.on("error", (error) => reject((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch() : error));
      worker.on("exit", (code) => reject(new Error(`The workbook reader ended with code ${code}.`)));
      worker.postMessage(request);
    });
    if ("refused" in reply) throw new DomainError(reply.refused.code, reply.refused.detail);
    if ("error" in reply) throw new Error(`The workbook could not be read. ${reply.error}`);
    return reply.read;
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners();
    worker.on("error", () => {});
    await worker.terminate();
  }
}
