// Runs the jobs that are due, one after the other. A job that fails is tried again later and later, then is dead and stays visible.
// A lease keeps other workers off a running job; it ends by itself when the process dies.
import { isDomainError } from "#app/domain/errors.ts";
import type { Context } from "#app/server/platform/context.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import { claimJob, hasDueJob, type JobRow, releaseJob } from "./jobs.repo.server.ts";

type AnyHandler = (ctx: Context, payload: never) => Promise<void>;

/** Longer than any job takes; after a crash the job waits as long before another worker takes it up. */
const leaseMs = 10 * 60_000;

/** Waits before the 2nd, 3rd … try: with these a mail server may be away for most of a day. */
const pausesMinutes = [1, 5, 15, 60, 180, 360, 720] as const;

const mostAttempts = pausesMinutes.length + 1;

/** Milliseconds until the next try; undefined after the last. */
export function pauseAfter(attempts: number): number | undefined {
  const minutes = pausesMinutes[attempts - 1];
  return minutes === undefined ? undefined : minutes * 60_000;
}

/** Who acts when a job runs: the system, for the job's organisation. */
export function jobContext(portal: Portal, organisationId: string, job: string, traceId: string): Context {
  return { portal, actor: { kind: "system", organisationId, job }, now: portal.clock.now(), traceId, ip: "" };
}

/** Short and without values: names the refusal, or the kind of defect whose details are in the log. */
function messageOf(error: unknown): string {
  if (isDomainError(error)) return `${error.code}: ${error.detail}`.slice(0, 500);
  return error instanceof Error ? `${error.name}${"code" in error ? ` ${String(error.code)}` : ""}` : "unknown error";
}

function outcomeOf(job: JobRow, error: unknown, now: Date): Pick<JobRow, "state" | "runAt" | "lastError" | "doneAt"> {
  if (error === undefined) return { state: "done", runAt: job.runAt, lastError: null, doneAt: now };
  const pause = pauseAfter(job.attempts);
  if (pause === undefined) return { state: "dead", runAt: job.runAt, lastError: messageOf(error), doneAt: now };
  return { state: "waiting", runAt: new Date(now.getTime() + pause), lastError: messageOf(error), doneAt: null };
}

async function failureOf(portal: Portal, job: JobRow, handler: AnyHandler | undefined): Promise<unknown> {
  try {
    // Each try that took the process down with it was counted when the job was claimed.
    if (job.attempts > mostAttempts) throw new Error(`Tried ${mostAttempts} times without an end.`);
    if (handler === undefined) throw new Error(`No handler for jobs of kind ${job.kind}.`);
    await handler(jobContext(portal, job.organisationId, job.kind, `${job.id}-${job.attempts}`), job.payload as never);
    return undefined;
  } catch (error) {
    portal.logger.error({ err: error, job: job.id, kind: job.kind, attempt: job.attempts }, "a job failed");
    return error ?? new Error("A job failed without saying why.");
  }
}

/** Runs until nothing is due or `signal` is raised; returns how many jobs ran. `worker` names this process. */
export async function runDueJobs(
  portal: Portal,
  handlers: Readonly<Record<string, AnyHandler>>,
  worker: string,
  signal?: AbortSignal,
): Promise<number> {
  const { store, clock } = portal;
  let count = 0;
  for (;;) {
    if (signal?.aborted || !(await hasDueJob(store.read, clock.now()))) return count;
    const claimedAt = clock.now();
    const job = await store.systemTx((tx) => claimJob(tx, worker, claimedAt, new Date(claimedAt.getTime() + leaseMs)));
    // Another worker was faster.
    if (job === undefined) continue;
    count += 1;
    const error = await failureOf(portal, job, Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined);
    const outcome = outcomeOf(job, error, clock.now());
    await store.systemTx((tx) => releaseJob(tx, job.organisationId, job.id, job, outcome));
  }
}
