// Entry of the PDF worker thread, built on its own into build/workers (a TypeScript URL would build green and fail at
// run time). One message in, one out; nothing but the facts of a report reaches it.
import { parentPort } from "node:worker_threads";
import { type FactsOf, type ReportKind, renderReport } from "#app/server/reports/render-report.server.ts";

export interface PdfRequest {
  id: number;
  kind: ReportKind;
  facts: FactsOf[ReportKind];
}

export type PdfReply = { id: number; bytes: Uint8Array } | { id: number; error: string };

const port = parentPort;

port?.on("message", (request: PdfRequest) => {
  renderReport(request.kind, request.facts).then(
    (bytes) => port.postMessage({ id: request.id, bytes } satisfies PdfReply, [bytes.buffer as ArrayBuffer]),
    (error: unknown) =>
      port.postMessage({
        id: request.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies PdfReply),
  );
});
