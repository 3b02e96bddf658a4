// Draws pages of a PDF on a canvas with pdf.js. An asset of its own, loaded only when somebody opens a document. Its parser runs in this
// thread: the policy of our pages lets no script make a Worker (Trusted Types 'none'). Nothing is compiled, no font is installed, no form
// or script of the document runs.
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist";
import { WorkerMessageHandler } from "pdfjs-dist/build/pdf.worker.mjs";
import type { OpenPdf } from "./open-pdf.ts";

Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

/** A page beyond this many pixels is drawn coarser: canvases have limits, and hostile pages have sizes. */
const mostPixels = 16_000_000;

// An asset has no exports: whoever loads it finds the function here.
Object.assign(globalThis, { openPdf });

async function openPdf(data: ArrayBuffer): Promise<OpenPdf> {
  const document = await getDocument({
    data,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  return { pages: document.numPages, draw: (canvas, number, width, zoom) => draw(document, canvas, number, width, zoom) };
}

async function draw(document: PDFDocumentProxy, canvas: HTMLCanvasElement, number: number, width: number, zoom: number): Promise<void> {
  const page = await document.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const wanted = (width / plain.width) * zoom;
  const density = Math.min(2, devicePixelRatio || 1);
  const coarser = Math.min(1, Math.sqrt(mostPixels / (plain.width * plain.height * (wanted * density) ** 2)));
  const viewport = page.getViewport({ scale: wanted * density * coarser });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  canvas.style.width = `${Math.floor(plain.width * wanted)}px`;
  await page.render({ canvas, viewport, annotationMode: 0 }).promise;
}
