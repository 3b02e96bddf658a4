// Rows of the job queue and of the sweeps' slots: one SQL path for both engines. Claiming goes across organisations.
// A job is free when it waits, its time has come and nobody holds a lease that still runs.
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#app/server/platform/store.server.ts";

export type JobRow = Reader["t"]["jobs"]["$inferSelect"];

type InsertedJob = Pick<JobRow, "id" | "kind" | "key" | "payload" | "runAt" | "createdAt">;

/** False when the key is known. */
export async function insertJob(tx: Tx, organisationId: string, job: InsertedJob): Promise<boolean> {
  const { jobs } = tx.t;
  const { id, kind, key, payload, runAt, createdAt } = job;
  const rows = await tx.db
    .insert(jobs)
    .values({ id, organisationId, kind, key, payload, runAt, createdAt, state: "waiting", attempts: 0 })
    .onConflictDoNothing()
    .returning({ id: jobs.id });
  return rows.length > 0;
}

function isFree({ jobs }: Reader["t"], now: Date) {
  return and(eq(jobs.state, "waiting"), lte(jobs.runAt, now), or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now)));
}

/** Looks without locking anything: most ticks find nothing. */
export async function hasDueJob(read: Reader, now: Date): Promise<boolean> {
  const { jobs } = read.t;
  const rows = await read.db.select({ id: jobs.id }).from(jobs).where(isFree(read.t, now)).limit(1);
  return rows.length > 0;
}

/** Leases the job that is due longest; undefined when none is free, or another worker took it just now. */
export async function claimJob(tx: Tx, worker: string, now: Date, leasedUntil: Date): Promise<JobRow | undefined> {
  const { jobs } = tx.t;
  const due = tx.db.select({ id: jobs.id }).from(jobs).where(isFree(tx.t, now)).orderBy(asc(jobs.runAt), asc(jobs.id)).limit(1);
  const rows = await tx.db
    .update(jobs)
    .set({ leasedUntil, leasedBy: worker, attempts: sql`${jobs.attempts} + 1` })
    .where(and(inArray(jobs.id, due), isFree(tx.t, now)))
    .returning();
  return rows[0];
}

type JobOutcome = Pick<JobRow, "state" | "runAt" | "lastError" | "doneAt">;

/** Ends a lease. False when the lease had run out and another worker holds the job. */
export async function releaseJob(
  tx: Tx,
  organisationId: string,
  id: string,
  lease: Pick<JobRow, "leasedBy" | "attempts">,
  outcome: JobOutcome,
) {
  const { jobs } = tx.t;
  const isMine = and(eq(jobs.leasedBy, lease.leasedBy ?? ""), eq(jobs.attempts, lease.attempts), eq(jobs.state, "waiting"));
  const rows = await tx.db
    .update(jobs)
    .set({ ...outcome, leasedUntil: null, leasedBy: null })
    .where(and(eq(jobs.organisationId, organisationId), eq(jobs.id, id), isMine))
    .returning({ id: jobs.id });
  return rows.length > 0;
}

/** Slots of a sweep claimed before this instant; nobody asks for them again. */
export async function deleteOldSlots(tx: Tx, name: string, before: Date): Promise<void> {
  const { slots } = tx.t;
  await tx.db.delete(slots).where(and(eq(slots.name, name), lt(slots.claimedAt, before)));
}

/** True for the one caller that gets this slot of this sweep, among all processes. */
export async function insertSlot(tx: Tx, name: string, slot: string, now: Date): Promise<boolean> {
  const { slots } = tx.t;
  const rows = await tx.db.insert(slots).values({ name, slot, claimedAt: now }).onConflictDoNothing().returning({ name: slots.name });
  return rows.length > 0;
}
