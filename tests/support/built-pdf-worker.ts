// The worker thread as production runs it: built, and built again only when its sources are newer than the build.
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = join(root, "build/workers/pdf.worker.js");
const sources = ["app/workers", "app/server/reports", "app/domain", ".config/vite.workers.config.ts", "package-lock.json"];

async function newest(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(0, ...(await Promise.all(names.map((name) => newest(join(path, name))))));
}

/** Address of the built worker. Several test processes may ask at once: each builds aside, the last one in place wins. */
export async function builtPdfWorker(): Promise<URL> {
  const built = await stat(target).catch(() => undefined);
  const changed = Math.max(...(await Promise.all(sources.map((source) => newest(join(root, source))))));
  if (!built || built.mtimeMs < changed) {
    await mkdir(join(root, "build/workers"), { recursive: true });
    const outDir = await mkdtemp(join(root, "build/workers-"));
    await build({ configFile: join(root, ".config/vite.workers.config.ts"), logLevel: "error", build: { outDir } });
    await rename(join(outDir, "pdf.worker.js"), target);
    await rm(outDir, { recursive: true });
  }
  return pathToFileURL(target);
}
