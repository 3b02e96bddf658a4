// The worker thread that draws reports: same bytes as in the main thread, and a document that kills, blocks or breaks it
// costs that document only.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PdfWorker, startPdfWorker } from "#app/server/platform/pdf-worker.server.ts";
import { renderReport } from "#app/server/reports/render-report.server.ts";
import { builtPdfWorker } from "#tests/support/built-pdf-worker.ts";
import { aReport } from "#tests/support/report-facts.ts";

const stubborn = new URL("./fixtures/stubborn.worker.mjs", import.meta.url);
const told = (command: string) => aReport((facts) => ({ ...facts, document: { ...facts.document, classification: command } }));

let pdf: PdfWorker;
beforeAll(async () => {
  pdf = startPdfWorker({ workerUrl: await builtPdfWorker() });
});
afterAll(() => pdf.close());

test("the built worker gives the same bytes as the source, one document after the other", async () => {
  const [report, page] = await Promise.all([pdf.render("audit-report", aReport()), pdf.render("decision-page", aReport())]);
  expect(Buffer.from(report).equals(Buffer.from(await renderReport("audit-report", aReport())))).toBe(true);
  expect(Buffer.from(page).equals(Buffer.from(await renderReport("decision-page", aReport())))).toBe(true);
});

test("a document that ends or breaks the worker is refused, and the next one is drawn", async () => {
  const worker = startPdfWorker({ workerUrl: stubborn });
  try {
    await expect(worker.render("audit-report", told("die"))).rejects.toThrow(/ended with code 3/);
    await expect(worker.render("audit-report", told("throw"))).rejects.toThrow(/broken on command/);
    await expect(worker.render("audit-report", told("refuse"))).rejects.toThrow(/no ink/);
    expect(await worker.render("audit-report", told("answer"))).toEqual(new Uint8Array([37]));
  } finally {
    await worker.close();
  }
});

test("a document that takes too long is given up, and the next one is drawn", async () => {
  const worker = startPdfWorker({ workerUrl: stubborn, timeoutMs: 3_000 });
  try {
    await expect(worker.render("audit-report", told("sleep"))).rejects.toThrow(/longer than 3 s/);
    expect(await worker.render("audit-report", told("answer"))).toEqual(new Uint8Array([37]));
  } finally {
    await worker.close();
  }
});

test("a full queue refuses with a time to come back, and closing refuses what waits", async () => {
  const worker = startPdfWorker({ workerUrl: stubborn, queueLimit: 1 });
  const running = worker.render("audit-report", told("sleep"));
  const waiting = worker.render("audit-report", told("answer"));
  await expect(worker.render("audit-report", told("answer"))).rejects.toMatchObject({
    code: "unavailable",
    data: { retryAfterSeconds: 60 },
  });
  const ends = Promise.allSettled([running, waiting]);
  await worker.close();
  expect((await ends).map((end) => end.status)).toEqual(["rejected", "rejected"]);
  await expect(worker.render("audit-report", told("answer"))).rejects.toMatchObject({ code: "unavailable" });
});
