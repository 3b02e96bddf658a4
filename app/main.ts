// Starts the HTTP server of the built portal; built to build/main.js. Imports nothing from server/ or db/: everything comes out of the one build,
// else each module would exist twice in this process (two writer queues, two schedulers).
import "./node-version.ts";
import { setFlagsFromString } from "node:v8";
import type { ServerBuild } from "@remix-run/node";

type Entry = typeof import("./entry.server.tsx");

// The heap may double before it is collected in full, not quadruple: a third less memory under load, at no cost in CPU that could be measured.
setFlagsFromString("--heap-growing-percent=100");

const build = (await import(new URL("./server/index.js", import.meta.url).href)) as ServerBuild;
const entry = build.entry.module as unknown as Entry;

try {
  const config = entry.readConfig(entry.environment());
  const running = await entry.createPortal(config, build, { workerUrl: new URL("./workers/pdf.worker.js", import.meta.url) });
  const { port } = await running.listen(config.port, config.host);
  running.startTicking();
  running.portal.logger.info({ port, publicUrl: config.publicUrl }, "portal is open");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      const deadline = setTimeout(() => process.exit(1), 25_000);
      deadline.unref();
      void running.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(entry.startRefusal(error) ?? error);
  process.exit(1);
}
