// Rows of reminders: the ledger of everything the sweep did or told. A key stands in it once, so nothing happens twice.
import { and, eq, inArray } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";

export type NewReminderRow = Tx["t"]["reminders"]["$inferInsert"];

/** False when the key is known. */
export async function insertReminder(tx: Tx, row: NewReminderRow): Promise<boolean> {
  const { reminders: t } = tx.t;
  const rows = await tx.db
    .insert(t)
    .values(row)
    .onConflictDoNothing({ target: [t.organisationId, t.key] })
    .returning({ id: t.id });
  return rows.length === 1;
}

const atOnce = 500;

/** Which of these keys are in the ledger, among documents asked for included. */
export async function knownKeys(from: Reader, organisationId: string, keys: readonly string[]): Promise<Set<string>> {
  const { reminders, evidenceRequests } = from.t;
  const known = new Set<string>();
  for (let start = 0; start < keys.length; start += atOnce) {
    const some = keys.slice(start, start + atOnce);
    for (const t of [reminders, evidenceRequests]) {
      const rows = await from.db
        .select({ key: t.key })
        .from(t)
        .where(and(eq(t.organisationId, organisationId), inArray(t.key, some)));
      for (const { key } of rows) known.add(key);
    }
  }
  return known;
}

/** When a reminder of each subject was written last; the keys are all there can be of it. Subjects without one are left out. */
export async function lastReminders(
  from: Reader,
  organisationId: string,
  subjects: readonly (readonly [subject: string, keys: readonly string[]])[],
): Promise<Map<string, Date>> {
  const { reminders: t } = from.t;
  const subjectOf = new Map(subjects.flatMap(([subject, keys]) => keys.map((key) => [key, subject] as const)));
  const keys = [...subjectOf.keys()];
  const last = new Map<string, Date>();
  for (let start = 0; start < keys.length; start += atOnce) {
    const rows = await from.db
      .select({ key: t.key, createdAt: t.createdAt })
      .from(t)
      .where(and(eq(t.organisationId, organisationId), inArray(t.key, keys.slice(start, start + atOnce))));
    for (const { key, createdAt } of rows) {
      const subject = subjectOf.get(key)!;
      const known = last.get(subject);
      if (known === undefined || known < createdAt) last.set(subject, createdAt);
    }
  }
  return last;
}
