// `npm run dev`: the portal straight from its sources, in data/dev, on this machine only; a change shows when the page is loaded again, a change in
// what createPortal is made of after a restart. Everything comes out of one module graph, and createPortal is called once, here: a route
// that is loaded anew never starts a second scheduler.
import "../node-version.ts";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { build, createServer } from "vite";

type Entry = typeof import("../entry.server.tsx");

const vite = await createServer({
  configFile: resolve(".config/vite.config.ts"),
  appType: "custom",
  // No package reaches the browser: there is nothing to bundle ahead.
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: { ignored: ["**/build/**", "**/data/**"] } },
});
const load = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
const { readConfig, environment, createPortal } = (await load()).entry.module as unknown as Entry;
const config = readConfig({ DATA_DIR: "data/dev", ...environment(), NODE_ENV: "development", HOST: "127.0.0.1" });
const running = await createPortal(config, load, { workerUrl: await builtWorkers(), assets: vite.middlewares });
await running.listen(config.port, config.host);
running.startTicking();
console.log(`Open at ${config.publicUrl}, data in ${config.dataDir}. Every part of the interface: ${config.publicUrl}/ui-kit`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // Vite would end the process before the portal has closed its database.
  process.removeAllListeners(signal);
  process.once(signal, () => void Promise.all([running.close(), vite.close()]).then(() => process.exit(0)));
}

/** Worker threads cannot be loaded through Vite: they are built aside, within reach of node_modules, anew at each start. */
async function builtWorkers(): Promise<URL> {
  const outDir = resolve(".cache/dev");
  for (const mode of ["pdf.worker", "foreign-file.worker"]) {
    await build({ configFile: resolve(".config/vite.workers.config.ts"), mode, logLevel: "warn", build: { outDir } });
  }
  return pathToFileURL(resolve(outDir, "pdf.worker.js"));
}
