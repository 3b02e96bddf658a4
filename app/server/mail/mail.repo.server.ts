// Rows of the outbox.
import { and, desc, eq, lt, or } from "drizzle-orm";
import type { Place } from "../platform/keyset.server.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type MailRow = Tx["t"]["outboxMails"]["$inferSelect"];

/** False when a mail with this key was queued before. */
export async function insertMail(tx: Tx, row: MailRow): Promise<boolean> {
  const { outboxMails: m } = tx.t;
  const rows = await tx.db.insert(m).values(row).onConflictDoNothing().returning({ id: m.id });
  return rows.length > 0;
}

export async function findMail(from: Reader, organisationId: string, id: string): Promise<MailRow | undefined> {
  const { outboxMails: m } = from.t;
  const [row] = await from.db
    .select()
    .from(m)
    .where(and(eq(m.organisationId, organisationId), eq(m.id, id)))
    .limit(1);
  return row;
}

export async function isMailQueued(from: Reader, organisationId: string, key: string): Promise<boolean> {
  const { outboxMails: m } = from.t;
  const rows = await from.db
    .select({ id: m.id })
    .from(m)
    .where(and(eq(m.organisationId, organisationId), eq(m.key, key)))
    .limit(1);
  return rows.length > 0;
}

export async function updateMail(
  tx: Tx,
  organisationId: string,
  id: string,
  change: Partial<Pick<MailRow, "state" | "attempts" | "lastError" | "deliveredAt" | "sealedBody">>,
): Promise<void> {
  const { outboxMails: m } = tx.t;
  await tx.db
    .update(m)
    .set(change)
    .where(and(eq(m.organisationId, organisationId), eq(m.id, id)));
}

/** Newest first, without bodies; one more than `size` when there are older ones. */
export async function listMails(from: Reader, organisationId: string, before: Place | undefined, size: number) {
  const { outboxMails: m } = from.t;
  const at = typeof before?.value === "number" ? new Date(before.value) : undefined;
  return await from.db
    .select({
      id: m.id,
      kind: m.kind,
      toName: m.toName,
      toEmail: m.toEmail,
      subject: m.subject,
      state: m.state,
      attempts: m.attempts,
      lastError: m.lastError,
      queuedAt: m.queuedAt,
      deliveredAt: m.deliveredAt,
      assessmentId: m.assessmentId,
    })
    .from(m)
    .where(and(eq(m.organisationId, organisationId), at && before && or(lt(m.queuedAt, at), and(eq(m.queuedAt, at), lt(m.id, before.id)))))
    .orderBy(desc(m.queuedAt), desc(m.id))
    .limit(size + 1);
}
