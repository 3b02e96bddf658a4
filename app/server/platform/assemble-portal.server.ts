// Puts the parts of a portal together, in the order they need each other. Nothing here speaks HTTP.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import { startWorker } from "../jobs/start-worker.server.ts";
import { checkShippedQuestionnaires, publishShippedQuestionnaires } from "../questionnaires/publish-shipped-questionnaires.server.ts";
import type { ShippedReadings } from "../questionnaires/shipped-files.server.ts";
import { openBlobStore } from "./blob-store.server.ts";
import { type Clock, systemClock } from "./clock.server.ts";
import type { Config } from "./config.server.ts";
import { createForeignFileReader } from "./foreign-file-reader.server.ts";
import { type Ids, randomIds } from "./ids.server.ts";
import { createLimits } from "./limits.server.ts";
import { createLogger } from "./logger.server.ts";
import { createMailer } from "./mailer.server.ts";
import { openStore } from "./open-store.server.ts";
import { startPdfWorker } from "./pdf-worker.server.ts";
import type { Portal } from "./portal.server.ts";
import { loadOrCreateSecrets } from "./secrets.server.ts";
import { loadOrCreateSigner } from "./signer.server.ts";
import { storedLimits } from "./stored-limits.server.ts";
import { findShownOrganisation } from "./unscoped.queries.server.ts";
import { createVault } from "./vault.server.ts";
import { createWaker } from "./waker.server.ts";

export interface AssembleOptions {
  clock?: Clock;
  ids?: Ids;
  /** The built PDF worker; the other worker threads stand beside it. */
  workerUrl: URL;
  /** Where the log goes; standard output unless given. */
  logger?: Logger;
  /** Opens another store than the one the configuration names. */
  openStore?: typeof openStore;
  /** What the linter made of the shipped questionnaires: who opens several portals hands the same to each. */
  shipped?: ShippedReadings;
  /** False: jobs wait for `portal.waker.drain()`; the seed, the journey and tests decide when they run. */
  runsJobsByItself?: boolean;
}

export async function assemblePortal(config: Config, options: AssembleOptions): Promise<Portal> {
  const { clock = systemClock, ids = randomIds } = options;
  const logger = options.logger ?? createLogger(config);
  const waker = createWaker({
    onError: (error) => logger.error({ err: error }, "the job worker failed"),
    runsByItself: options.runsJobsByItself ?? true,
  });
  const secrets = await loadOrCreateSecrets(config);
  const store = await (options.openStore ?? openStore)(config, () => waker.poke());
  const organisation = await findShownOrganisation(store.read);
  const organisationName = organisation?.name ?? config.organisationName;
  const blobs = await openBlobStore({ folder: join(config.dataDir, "evidence") });
  const portal: Portal = {
    config,
    secrets,
    store,
    clock,
    ids,
    logger,
    blobs,
    vault: createVault({ blobs, secrets, logger }),
    mailer: createMailer(config),
    signer: await loadOrCreateSigner({ dir: secrets.folder, organisationName, now: clock.now() }),
    pdf: startPdfWorker({ workerUrl: options.workerUrl }),
    foreignFiles: createForeignFileReader({
      workerUrl: new URL("./foreign-file.worker.js", options.workerUrl),
      onFailure: (error) => logger.error({ err: error }, "a foreign file could not be read"),
    }),
    limits: createLimits(config.limits, storedLimits(store)),
    setUpCode: randomBytes(9).toString("base64url"),
    waker,
    shipped: options.shipped ?? new Map(),
  };
  // A broken questionnaire refuses the start, whether there is somebody to ask already or not.
  if (organisation) await publishShippedQuestionnaires(portal, organisation.id, clock.now());
  else await checkShippedQuestionnaires(portal);
  startWorker(portal);
  if (!organisation)
    logger.warn({ setUp: `${config.publicUrl}/setup`, code: portal.setUpCode }, "this portal is empty: set it up with this code");
  return portal;
}
