// The part of pdf.js that parses; the package gives types for the drawing part only.
declare module "pdfjs-dist/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: unknown;
}
