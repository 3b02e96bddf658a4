// The data of the installation whose environment this is, for commands. A command never makes an installation: where none is, it says so.
// Nor does it migrate one, beside which a portal of the older version may be running.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DomainError } from "#app/domain/errors.ts";
import { assemblePortal } from "#app/server/platform/assemble-portal.server.ts";
import { type Config, environment, readConfig } from "#app/server/platform/config.server.ts";
import { createLogger } from "#app/server/platform/logger.server.ts";
import { openStore } from "#app/server/platform/open-store.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import type { Store } from "#app/server/platform/store.server.ts";
import { findShownOrganisation } from "#app/server/platform/unscoped.queries.server.ts";

function installedConfig(): Config {
  const config = readConfig(environment());
  if (config.databaseUrl === "" && !existsSync(join(config.dataDir, "vouchsafe.sqlite"))) throw notThere(config);
  return config;
}

const notThere = ({ dataDir, databaseUrl }: Config) =>
  new DomainError(
    "not_found",
    `There is no portal in ${databaseUrl === "" ? dataDir : "this database"}. Set DATA_DIR or DATABASE_URL to an installation that is set up.`,
  );

/** Runs `task` with the store, and closes it again. */
export async function withStore<T>(task: (store: Store) => Promise<T>): Promise<T> {
  const config = installedConfig();
  const store = await openStore(config, () => undefined, "as_it_is");
  try {
    if (!(await findShownOrganisation(store.read))) throw notThere(config);
    return await task(store);
  } finally {
    await store.close();
  }
}

/** Runs `task` with a portal whose jobs the running portal does; only what goes wrong is logged, on standard error. */
export async function withPortal<T>(task: (portal: Portal, organisationId: string) => Promise<T>): Promise<T> {
  const config = installedConfig();
  const portal = await assemblePortal(config, {
    workerUrl: pathToFileURL(resolve("build/workers/pdf.worker.js")),
    logger: createLogger({ logLevel: "error" }, process.stderr),
    runsJobsByItself: false,
    openStore: (settings, onJobsQueued) => openStore(settings, onJobsQueued, "as_it_is"),
  });
  try {
    const organisation = await findShownOrganisation(portal.store.read);
    if (!organisation) throw notThere(config);
    return await task(portal, organisation.id);
  } finally {
    await portal.waker.stop();
    await portal.pdf.close();
    await portal.store.close();
  }
}
