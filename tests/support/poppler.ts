// The PDF tools of poppler (Debian: poppler-utils): strangers' eyes on our documents. Where they are missing, the tests
// that need them are listed as not run, never passed over in silence.
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Poppler {
  /** What pdfsig says about the file. */
  signatureOf(pdf: Uint8Array): string;
  /** Text in the order it is drawn. */
  textOf(pdf: Uint8Array): string;
  /** Text as it stands on the page, columns beside each other. */
  layoutOf(pdf: Uint8Array): string;
  infoOf(pdf: Uint8Array): string;
}

/** The tools, or undefined after noting that `tests` tests are not run. */
export function findPoppler(tests: number): Poppler | undefined {
  const isThere = ["pdfsig", "pdftotext", "pdfinfo"].every((tool) => spawnSync(tool, ["-v"]).status === 0);
  if (!isThere) {
    const list = process.env.VOUCHSAFE_NOT_RUN;
    if (list) appendFileSync(list, `${tests}\tpdfsig, pdftotext or pdfinfo is not installed: poppler-utils\n`);
    return undefined;
  }
  const run = (tool: string, pdf: Uint8Array, args: (file: string) => string[]) => {
    const folder = mkdtempSync(join(tmpdir(), "vouchsafe-pdf-"));
    try {
      const file = join(folder, "document.pdf");
      writeFileSync(file, pdf);
      return execFileSync(tool, args(file), { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    } catch (error) {
      // pdfsig answers a broken signature in words and a status; both belong to its answer.
      return String((error as { stdout?: string }).stdout ?? "");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return {
    signatureOf: (pdf) => run("pdfsig", pdf, (file) => ["-nocert", file]),
    textOf: (pdf) => run("pdftotext", pdf, (file) => ["-raw", "-enc", "UTF-8", file, "-"]),
    layoutOf: (pdf) => run("pdftotext", pdf, (file) => ["-layout", "-enc", "UTF-8", file, "-"]),
    infoOf: (pdf) => run("pdfinfo", pdf, (file) => [file]),
  };
}
