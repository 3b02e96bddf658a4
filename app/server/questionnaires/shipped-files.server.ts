// The questionnaire files that ship with the program: `questionnaires/<id>/<version>.yaml` below the working folder.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { QuestionnaireFile } from "#app/domain/questionnaire/compiled.ts";

export const shippedFolder = "questionnaires";

export interface ShippedFile {
  /** As problems name it. */
  name: string;
  bytes: Uint8Array;
}

/** A shipped file in which the linter found no error. */
export interface Shipped extends QuestionnaireFile {
  name: string;
  source: string;
}

/** Files that were linted together, by names and hashes: seconds of work whose outcome never changes. Portals of one process may share it. */
export type ShippedReadings = Map<string, readonly Shipped[]>;

/** Every file, by name. */
export async function readShippedFiles(folder = shippedFolder): Promise<ShippedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(name) })));
}
