// Reads files of others, each in a thread of its own with bounded time and memory: a hostile file can neither hold up requests nor take the
// process with it. Whatever becomes of the thread, who sent the file gets a sentence; what is a defect of ours is told to the log as well.
import { Worker } from "node:worker_threads";
import { DomainError } from "#app/domain/errors.ts";
import type { Reading, ReadingReply, ReadingRequest, Readings } from "#app/workers/foreign-file.worker.ts";
import { concurrencyCap } from "./concurrency-cap.server.ts";
import { tooManyFiles } from "./file-refusals.server.ts";
import { refusal, type Say } from "./refusal.server.ts";

export interface ForeignFileReader {
  /** Throws invalid, unsupported_type or too_large in words, unavailable when too many wait. */
  read<R extends Reading>(as: R, ask: Readings[R]["ask"]): Promise<Readings[R]["gives"]>;
}

export interface ForeignFileReaderOptions {
  /** The built worker, `build/workers/foreign-file.worker.js`. */
  workerUrl: URL;
  /** How long one file may take. What the readers count keeps it far below; see `importers` and `workbookLimits`. */
  timeoutMs?: number;
  /** Told when a file could not be read for a reason no file should be able to give. */
  onFailure?: (error: Error) => void;
}

/** A small young generation: V8 would let 48 MB of what is needed no more lie about before it looks, which is half of what the heaviest file takes. */
const limits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 8 } as const;

const tooMuch: Record<Reading, (name: string) => DomainError> = {
  filled: (name) => refusal("too_large", ({ refusals }) => refusals.bundle.tooHard(name)),
  questionnaire: (name) =>
    new DomainError("too_large", `${name}: The file takes too much to read. Leave out what is no question, or split it.`),
};

export function createForeignFileReader({ workerUrl, timeoutMs = 10_000, onFailure }: ForeignFileReaderOptions): ForeignFileReader {
  const inTurn = concurrencyCap({
    atOnce: 1,
    waiting: 20,
    refusal: tooManyFiles,
  });
  return {
    async read<R extends Reading>(as: R, ask: Readings[R]["ask"]) {
      const { name } = ask.file;
      // The readers speak English; in another language the file's name and what to do must do.
      const say: Say = ({ refusals }) => refusals.bundle.unreadable(name);
      try {
        const reply = await inTurn(() => readInThread<R>(workerUrl, timeoutMs, { as, ...ask } as ReadingRequest));
        if (reply === "too much") throw tooMuch[as](name);
        if ("refused" in reply) throw new DomainError(reply.refused.code, reply.refused.detail, { say });
        if ("error" in reply) throw new Error(reply.error);
        return reply.read;
      } catch (error) {
        if (error instanceof DomainError) throw error;
        onFailure?.(error as Error);
        const detail = `${name}: The file could not be read, and nothing of it was kept. Save it anew, or send another.`;
        throw new DomainError("invalid", detail, { say });
      }
    },
  };
}

async function readInThread<R extends Reading>(
  workerUrl: URL,
  timeoutMs: number,
  request: ReadingRequest,
): Promise<ReadingReply<R> | "too much"> {
  const worker = new Worker(workerUrl, { execArgv: [], env: {}, resourceLimits: limits });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve("too much"), timeoutMs);
      worker.on("message", resolve);
      worker.on("error", (error) =>
        (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve("too much") : reject(error),
      );
      worker.on("exit", (code) => reject(new Error(`The reader of foreign files ended with code ${code}.`)));
      worker.postMessage(request);
    });
  } finally {
    clearTimeout(timer);
    worker.removeAllListeners();
    worker.on("error", () => {});
    await worker.terminate();
  }
}
