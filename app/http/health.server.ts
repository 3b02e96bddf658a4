// Probes for supervisors: /healthz says the process lives, /readyz that it can serve. Neither names versions or causes.
import { Hono } from "hono";
import type { Portal } from "#app/server/platform/portal.server.ts";
import type { HttpEnv } from "./http-env.server.ts";

export function health(portal: Portal): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const { store, blobs: files } = portal;
    const asked = [answers(store.ping()), answers(files.ping()), answers(isMigrated(portal))];
    const [database, blobs, migrations] = await Promise.all(asked);
    const isReady = database && blobs && migrations;
    const parts = { database, blobs, migrations };
    if (isReady) return c.json({ status: "ready", ...parts });
    const hint = "Some part this portal needs does not answer. Its log names the cause; ask again in a few seconds.";
    return c.json({ status: "unavailable", ...parts, hint }, 503, { "Retry-After": "5" });
  });
  return app;
}

async function isMigrated({ store }: Portal): Promise<void> {
  if ((await store.pendingMigrations()).length > 0) throw new Error("The database is older than this program.");
}

async function answers(probe: Promise<unknown>): Promise<boolean> {
  try {
    await probe;
    return true;
  } catch {
    return false;
  }
}
