// LibreOffice (Debian: libreoffice-calc-nogui): another program's hand on our workbooks. Where it is missing, the tests that need it are
// listed as not run, never passed over in silence.
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface LibreOffice {
  /** The workbook as LibreOffice saves it after opening it. */
  saveAgain(workbook: Uint8Array): Uint8Array;
}

/** The program, or undefined after noting that `tests` tests are not run. */
export function findLibreOffice(tests: number): LibreOffice | undefined {
  if (spawnSync("soffice", ["--version"]).status !== 0) {
    const list = process.env.VOUCHSAFE_NOT_RUN;
    if (list) appendFileSync(list, `${tests}\tsoffice is not installed: libreoffice-calc-nogui\n`);
    return undefined;
  }
  return {
    saveAgain(workbook) {
      const folder = mkdtempSync(join(tmpdir(), "vouchsafe-office-"));
      try {
        const file = join(folder, "workbook.xlsx");
        writeFileSync(file, workbook);
        // A profile of its own: two runs at once would wait for each other, and one's settings are not the other's.
        const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
        const options = [profile, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "saved"), file];
        execFileSync("soffice", options, { stdio: "ignore", timeout: 120_000 });
        return readFileSync(join(folder, "saved", "workbook.xlsx"));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
