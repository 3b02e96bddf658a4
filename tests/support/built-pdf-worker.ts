// The worker threads as production runs them: built, and built again only when their sources are newer than the build.
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "build/workers");
const workers = ["pdf.worker", "foreign-file.worker"];
const sources = [
  "app/workers",
  "app/server/reports",
  "app/server/questionnaires",
  "app/server/platform/archive-guard.server.ts",
  "app/domain",
  "app/i18n",
  ".config/vite.workers.config.ts",
  "package-lock.json",
];

async function newest(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(0, ...(await Promise.all(names.map((name) => newest(join(path, name))))));
}

/** Address of the built PDF worker; the others stand beside it. Several test processes may ask at once: each builds aside, the last one in place wins. */
export async function builtPdfWorker(): Promise<URL> {
  const changed = Math.max(...(await Promise.all(sources.map((source) => newest(join(root, source))))));
  for (const mode of workers) {
    const target = join(folder, `${mode}.js`);
    const built = await stat(target).catch(() => undefined);
    if (built && built.mtimeMs >= changed) continue;
    await mkdir(folder, { recursive: true });
    const outDir = await mkdtemp(join(root, "build/workers-"));
    await build({ configFile: join(root, ".config/vite.workers.config.ts"), mode, logLevel: "error", build: { outDir } });
    await rename(join(outDir, `${mode}.js`), target);
    await rm(outDir, { recursive: true });
  }
  return pathToFileURL(join(folder, "pdf.worker.js"));
}
