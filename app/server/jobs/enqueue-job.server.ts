// Queues a job in the transaction that makes it necessary; after COMMIT the worker of this process is woken.
// The same key of an organisation is queued once, whoever asks and however often.
import { createHash } from "node:crypto";
import type { Tx } from "#app/server/platform/store.server.ts";
import type { JobPayloads } from "./job-kinds.server.ts";
import { insertJob } from "./jobs.repo.server.ts";

interface JobOf<Kind, Payload> {
  kind: Kind;
  /** Names the work, such as `report asm_0199…`. */
  key: string;
  payload: Payload;
  /** Not before this instant. */
  runAt: Date;
}

/** A job of one of the kinds, with the payload of that kind. */
export type NewJob<Payloads = JobPayloads> = { [Kind in keyof Payloads & string]: JobOf<Kind, Payloads[Kind]> }[keyof Payloads & string];

/** Derived from the key, so that a re-run transaction queues the same row. */
function jobId(organisationId: string, key: string): string {
  return `job_${createHash("sha256").update(`${organisationId} ${key}`, "utf8").digest("hex").slice(0, 32)}`;
}

/** True when the job is new; false when its key was queued before. */
export async function enqueueJob<Payloads = JobPayloads>(
  tx: Tx,
  organisationId: string,
  job: NewJob<Payloads>,
  now: Date,
): Promise<boolean> {
  const { kind, key, runAt, payload } = job as JobOf<string, Record<string, unknown>>;
  const isNew = await insertJob(tx, organisationId, { id: jobId(organisationId, key), kind, key, payload, runAt, createdAt: now });
  if (isNew) tx.hasQueuedJobs = true;
  return isNew;
}
