// Queues a job in the transaction that makes it necessary; after COMMIT the worker of this process is woken.
// The same key of an organisation is queued once, whoever asks and however often.
import { createHash } from "node:crypto";
import type { Tx } from "#app/server/platform/store.server.ts";
import type { JobKind, JobPayloads } from "./job-kinds.ts";
import { insertJob } from "./jobs.repo.server.ts";

export interface NewJob<Payloads, Kind extends keyof Payloads> {
  kind: Kind;
  /** Names the work, such as `report asm_0199…`. */
  key: string;
  payload: Payloads[Kind];
  /** Not before this instant. */
  runAt: Date;
}

/** Derived from the key, so that a re-run transaction queues the same row. */
function jobId(organisationId: string, key: string): string {
  return `job_${createHash("sha256").update(`${organisationId} ${key}`, "utf8").digest("hex").slice(0, 32)}`;
}

/** True when the job is new; false when its key was queued before. */
export async function enqueueJob<Kind extends keyof Payloads & string, Payloads = JobPayloads>(
  tx: Tx,
  organisationId: string,
  job: NewJob<Payloads, Kind>,
  now: Date,
): Promise<boolean> {
  const payload = job.payload as Record<string, unknown>;
  const isNew = await insertJob(tx, organisationId, { ...job, id: jobId(organisationId, job.key), payload, createdAt: now });
  if (isNew) tx.hasQueuedJobs = true;
  return isNew;
}
