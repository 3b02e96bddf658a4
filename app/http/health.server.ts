// Probes for supervisors: /healthz says the process lives, /readyz that it can serve. Neither names versions or causes.
import { Hono } from "hono";
import type { Portal } from "#app/server/platform/portal.server.ts";
import type { HttpEnv } from "./http-env.server.ts";

export function health(portal: Portal): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const [database, blobs] = await Promise.all([answers(portal.store.ping()), answers(portal.blobs.ping())]);
    const isReady = database && blobs;
    return c.json({ status: isReady ? "ready" : "unavailable", database, blobs }, isReady ? 200 : 503);
  });
  return app;
}

async function answers(probe: Promise<unknown>): Promise<boolean> {
  try {
    await probe;
    return true;
  } catch {
    return false;
  }
}
