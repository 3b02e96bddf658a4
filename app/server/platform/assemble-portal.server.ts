// Puts the parts of a portal together, in the order they need each other. Nothing here speaks HTTP.
import { join } from "node:path";
import { migrate } from "#db/migrate.server.ts";
import { openBlobStore } from "./blob-store.server.ts";
import { type Clock, systemClock } from "./clock.server.ts";
import type { Config } from "./config.server.ts";
import { type Ids, randomIds } from "./ids.server.ts";
import { createLimits } from "./limits.server.ts";
import { createLogger } from "./logger.server.ts";
import { createMailer } from "./mailer.server.ts";
import { startPdfWorker } from "./pdf-worker.server.ts";
import type { Portal } from "./portal.server.ts";
import { loadOrCreateSecrets } from "./secrets.server.ts";
import { loadOrCreateSigner } from "./signer.server.ts";
import { openStore } from "./store.server.ts";
import { createVault } from "./vault.server.ts";
import { createWaker } from "./waker.server.ts";

export interface AssembleOptions {
  clock?: Clock;
  ids?: Ids;
  /** The built PDF worker. */
  workerUrl: URL;
}
