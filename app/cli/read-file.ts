// Files named on the command line.
import { readFile, stat } from "node:fs/promises";
import { UsageError } from "./command.ts";

/** The bytes of a file; a UsageError that names it when it cannot be read, or is larger than `mostBytes`, which is looked at first. */
export async function readNamedFile(path: string, { mostBytes }: { mostBytes?: number } = {}): Promise<Uint8Array> {
  try {
    if (mostBytes !== undefined) {
      const found = await stat(path);
      if (!found.isFile()) throw new UsageError(`${path}: is no file.`);
      if (found.size > mostBytes) throw new UsageError(`${path}: The file is larger than ${mostBytes / 1024 / 1024} MiB.`);
    }
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : (cause as Error).message;
    throw new UsageError(`${path}: ${reason}.`);
  }
}
