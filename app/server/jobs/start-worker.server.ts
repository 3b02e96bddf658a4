// Gives the waker of this process its work: the jobs that are due. Without ticks they run whenever the waker is poked.
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Portal } from "#app/server/platform/portal.server.ts";
import { jobHandlers } from "./handlers.server.ts";
import { runDueJobs } from "./run-due-jobs.server.ts";

type Handlers = Parameters<typeof runDueJobs>[1];

/** Call once per portal; `portal.waker.stop()` ends it after the running job. */
export function startWorker(portal: Portal, handlers: Handlers = jobHandlers): void {
  const worker = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  portal.waker.start(() => runDueJobs(portal, handlers, worker));
}
