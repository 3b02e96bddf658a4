// Files of others that are not part of the project, in the folder SAMPLES_DIR (tests/README.md). Without it, the tests that read them are
// listed as not run, never passed over in silence.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { NamedBytes } from "#app/server/questionnaires/import/import-questionnaire.server.ts";

/** Reads a sample by its path in the folder; undefined after noting that `tests` tests are not run. */
export function findSamples(tests: number): ((path: string) => NamedBytes) | undefined {
  const folder = process.env.SAMPLES_DIR;
  if (folder === undefined || !existsSync(folder)) {
    const list = process.env.VOUCHSAFE_NOT_RUN;
    if (list) appendFileSync(list, `${tests}\tSAMPLES_DIR names no folder of sample files\n`);
    return undefined;
  }
  return (path) => ({ name: path.replace(/^.*\//, ""), bytes: readFileSync(join(folder, path)) });
}
