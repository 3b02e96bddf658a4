// Making files survive a power cut: bytes are on the disk only after fsync(file), a name only after fsync of its folder and of
// every folder above it that may be new. Without these, rows would name files that are not there.
import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Moves an already synced file to its name below `root`; when this returns, the name survives a power cut. */
export async function commitFile(from: string, to: string, root: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  for (let folder = dirname(to); folder.length >= root.length; folder = dirname(folder)) await syncFolder(folder);
}
