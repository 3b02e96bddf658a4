// Files named on the command line.
import { readFile } from "node:fs/promises";
import { UsageError } from "./command.ts";

/** The bytes of a file; a UsageError that names it when it cannot be read. */
export async function readNamedFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : (cause as Error).message;
    throw new UsageError(`${path}: ${reason}.`);
  }
}
