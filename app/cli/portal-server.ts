// The built portal on a real socket in this process, with a clock its caller can move: for the journey, the bench and tests.
// Build first (build.ts).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RunningPortal } from "#app/create-portal.server.ts";
import type { Clock } from "#app/server/platform/clock.server.ts";
import { freePort } from "./free-port.ts";

type Entry = typeof import("#app/entry.server.tsx");

export interface PortalServer extends RunningPortal {
  readonly origin: string;
  readonly build: ServerBuild;
  readonly dataDir: string;
}

export interface PortalServerOptions {
  clock?: Clock;
  dataDir?: string;
  /** Absent: any free one. */
  port?: number;
  databaseUrl?: string;
  env?: Record<string, string>;
  /** False: jobs wait for `portal.waker.drain()`. */
  runsJobsByItself?: boolean;
}

export async function startPortalServer(options: PortalServerOptions = {}): Promise<PortalServer> {
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const entry = build.entry.module as unknown as Entry;
  const port = options.port ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "vouchsafe-portal-"));
  const config = entry.readConfig({
    NODE_ENV: "test",
    PORT: String(port),
    PUBLIC_URL: origin,
    DATA_DIR: dataDir,
    DATABASE_URL: options.databaseUrl ?? "",
    LOG_LEVEL: "error",
    ...options.env,
  });
  const running = await entry.createPortal(config, build, {
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.runsJobsByItself === undefined ? {} : { runsJobsByItself: options.runsJobsByItself }),
    workerUrl: pathToFileURL(resolve("build/workers/pdf.worker.js")),
  });
  await running.listen(port, "127.0.0.1");
  return {
    ...running,
    origin,
    build,
    dataDir,
    async close() {
      await running.close();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
