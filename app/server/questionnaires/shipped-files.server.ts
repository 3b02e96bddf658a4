// The questionnaire files that ship with the program: `questionnaires/<id>/<version>.yaml` below the working folder.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export const shippedFolder = "questionnaires";

export interface ShippedFile {
  /** As problems name it. */
  name: string;
  bytes: Uint8Array;
}

/** Every file, by name. */
export async function readShippedFiles(folder = shippedFolder): Promise<ShippedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(name) })));
}
