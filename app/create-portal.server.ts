// Builds a running portal from its configuration. Only callers of this function can pass a clock: the journey, the seed and the
// tests do; main.ts and the command line always pass the system clock.
import type { ServerBuild } from "@remix-run/node";
import { createApp } from "./http/app.server.ts";
import { addressReader } from "./http/client-address.server.ts";
import { type Assets, type Listening, listen } from "./http/node-server.server.ts";
import { startTicking } from "./server/jobs/tick.server.ts";
import { type AssembleOptions, assemblePortal } from "./server/platform/assemble-portal.server.ts";
import type { Config } from "./server/platform/config.server.ts";
import type { Portal } from "./server/platform/portal.server.ts";

export interface RunningPortal {
  readonly portal: Portal;
  /** Opens the port (0 = any free one). PUBLIC_URL must already name it unless it is fixed by the configuration. */
  listen(port: number, host: string): Promise<Listening>;
  /** Starts the scheduler's ticks; without it jobs run only when poked. */
  startTicking(): void;
  close(): Promise<void>;
}

export interface PortalOptions extends AssembleOptions {
  /** Answers requests for sources in development, before the portal itself is asked. */
  assets?: Assets;
}

/** `build`: the built routes, or in development a function that loads them as they are now. */
export async function createPortal(
  config: Config,
  build: ServerBuild | (() => Promise<ServerBuild>),
  options: PortalOptions,
): Promise<RunningPortal> {
  const { assets } = options;
  const portal = await assemblePortal(config, options);
  const app = createApp(portal, build);
  let stopTicking: (() => Promise<void>) | undefined;
  let listening: Listening | undefined;

  /** Jobs keep until the next start: that they cannot run now, because the database is away, must not keep the portal from closing. */
  async function lastJobs(): Promise<void> {
    try {
      await portal.waker.drain();
    } catch (error) {
      portal.logger.error({ err: error }, "the job worker failed");
    }
  }

  return {
    portal,
    async listen(port, host) {
      const addressOf = addressReader(config.trustedProxy);
      listening = await listen(app, { host, port, publicUrl: new URL(config.publicUrl), addressOf, assets });
      return listening;
    },
    startTicking() {
      stopTicking ??= startTicking(portal);
    },
    async close() {
      await listening?.close();
      await stopTicking?.();
      await lastJobs();
      await portal.pdf.close();
      await portal.store.close();
    },
  };
}
