// Key files: only their owner may read them. Made once, also when several processes start together; never overwritten.

import { randomBytes } from "node:crypto";
import { chmod, link, lstat, mkdir, open, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "./durable-files.server.ts";

async function refuseIfOthersMayRead(path: string): Promise<void> {
  const { mode } = await lstat(path);
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others. Make it private: chmod 600 ${path}`);
}

/** Writes beside and links into place: of several processes exactly one wins, and no half-written key is ever seen. */
async function makeOnce(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `.new-${randomBytes(8).toString("hex")}`);
  const handle = await open(temporary, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await unlink(temporary);
  }
  await syncFolder(folder);
}

/** The bytes of `folder/name`, made by `make` at first run. Refuses a file or folder that others may read. */
export async function readOrMakeSecretFile(
  folder: string,
  name: string,
  make: () => Promise<string | Uint8Array> | string | Uint8Array,
): Promise<Buffer> {
  const path = join(folder, name);
  if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) await chmod(folder, 0o700);
  const exists = await lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
  if (!exists) await makeOnce(folder, path, Buffer.from(await make()));
  await refuseIfOthersMayRead(folder);
  await refuseIfOthersMayRead(path);
  return readFile(path);
}
