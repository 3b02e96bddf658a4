// Renders PDFs in one worker thread, so that a report never holds up requests. The thread starts with the first
// document, is restarted after a crash or a time-out, and does not keep the process alive.
import { Worker } from "node:worker_threads";
import { DomainError } from "#app/domain/errors.ts";
import type { FactsOf, ReportKind } from "#app/server/reports/render-report.server.ts";
import type { PdfReply, PdfRequest } from "#app/workers/pdf.worker.ts";

export interface PdfWorker {
  /** Unsigned bytes of the document. Same facts, same bytes. Throws DomainError unavailable when the queue is full. */
  render<K extends ReportKind>(kind: K, facts: FactsOf[K]): Promise<Uint8Array>;
  /** Ends the thread; what still waits is refused. */
  close(): Promise<void>;
}

export interface PdfWorkerOptions {
  /** The built worker, `build/workers/pdf.worker.js`. */
  workerUrl: URL;
  /** How long one document may take. */
  timeoutMs?: number;
  /** How many documents may wait. */
  queueLimit?: number;
}

interface Job {
  kind: ReportKind;
  facts: FactsOf[ReportKind];
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

export function startPdfWorker({ workerUrl, timeoutMs = 30_000, queueLimit = 50 }: PdfWorkerOptions): PdfWorker {
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let running: Job | undefined;
  let timer: NodeJS.Timeout | undefined;
  let nextId = 0;
  let isClosed = false;

  const settle = (finish: (job: Job) => void) => {
    clearTimeout(timer);
    const job = running;
    running = undefined;
    worker?.unref();
    if (job) finish(job);
    next();
  };

  const drop = (reason: string) => {
    const dead = worker;
    worker = undefined;
    dead?.removeAllListeners();
    dead?.on("error", () => {});
    void dead?.terminate();
    if (running) settle((job) => job.reject(new Error(reason)));
  };

  const start = () => {
    const fresh = new Worker(workerUrl, { execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    fresh.on("message", (reply: PdfReply) => {
      if (reply.id !== nextId) return;
      settle((job) => ("bytes" in reply ? job.resolve(reply.bytes) : job.reject(new Error(`The PDF could not be drawn. ${reply.error}`))));
    });
    fresh.on("error", (error) => drop(`The PDF worker failed. ${error.message}`));
    fresh.on("exit", (code) => drop(`The PDF worker ended with code ${code}.`));
    return fresh;
  };

  const next = () => {
    if (running || isClosed) return;
    running = waiting.shift();
    if (!running) return;
    worker ??= start();
    worker.ref();
    timer = setTimeout(() => drop(`The PDF took longer than ${timeoutMs / 1000} s.`), timeoutMs);
    worker.postMessage({ id: ++nextId, kind: running.kind, facts: running.facts } satisfies PdfRequest);
  };

  return {
    render(kind, facts) {
      if (isClosed) return Promise.reject(new DomainError("unavailable", "The portal is shutting down."));
      if (waiting.length >= queueLimit) {
        return Promise.reject(
          new DomainError("unavailable", "Too many reports are being made. Try again in a minute.", { retryAfterSeconds: 60 }),
        );
      }
      return new Promise((resolve, reject) => {
        waiting.push({ kind, facts, resolve, reject });
        next();
      });
    },
    async close() {
      isClosed = true;
      const refused = new DomainError("unavailable", "The portal is shutting down.");
      for (const job of waiting.splice(0)) job.reject(refused);
      const last = worker;
      worker = undefined;
      last?.removeAllListeners();
      if (running) settle((job) => job.reject(refused));
      await last?.terminate();
    },
  };
}
