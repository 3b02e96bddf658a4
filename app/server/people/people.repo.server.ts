// Rows of people, their password links and sessions.
import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Role } from "#app/domain/access/roles.ts";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export interface NewPersonRow {
  id: string;
  organisationId: string;
  name: string;
  nameKey: string;
  email: string;
  emailKey: string;
  roles: Role[];
  createdAt: Date;
}

export async function insertPerson(tx: Tx, row: NewPersonRow): Promise<void> {
  await tx.db.insert(tx.t.people).values(row);
}

export async function getPerson(tx: Reader, organisationId: string, id: string) {
  const { people } = tx.t;
  const [row] = await tx.db
    .select()
    .from(people)
    .where(and(eq(people.organisationId, organisationId), eq(people.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

/** Everybody, by name. An installation has tens of people, not thousands: 500 is a guard, not a page. */
export async function listPeople(tx: Reader, organisationId: string) {
  const { people } = tx.t;
  return await tx.db
    .select()
    .from(people)
    .where(eq(people.organisationId, organisationId))
    .orderBy(asc(people.nameKey), asc(people.id))
    .limit(500);
}

export async function countPeople(tx: Reader): Promise<number> {
  const [row] = await tx.db.select({ n: count() }).from(tx.t.people);
  return Number(row?.n ?? 0);
}

export async function updatePerson(
  tx: Tx,
  organisationId: string,
  id: string,
  change: { roles?: Role[]; disabledAt?: Date | null; passwordHash?: string; lastVisitAt?: Date },
): Promise<void> {
  const { people } = tx.t;
  await tx.db
    .update(people)
    .set(change)
    .where(and(eq(people.organisationId, organisationId), eq(people.id, id)));
}

export async function insertPasswordLink(
  tx: Tx,
  row: {
    id: string;
    organisationId: string;
    personId: string;
    tokenHash: string;
    createdAt: Date;
    createdById: string | null;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.db.insert(tx.t.passwordLinks).values(row);
}

/** Claims the link; false when somebody was faster. */
export async function usePasswordLink(tx: Tx, organisationId: string, id: string, usedAt: Date): Promise<boolean> {
  const { passwordLinks } = tx.t;
  const rows = await tx.db
    .update(passwordLinks)
    .set({ usedAt })
    .where(and(eq(passwordLinks.organisationId, organisationId), eq(passwordLinks.id, id), isNull(passwordLinks.usedAt)))
    .returning({ id: passwordLinks.id });
  return rows.length === 1;
}

export async function insertSession(
  tx: Tx,
  row: { id: string; organisationId: string; personId: string; tokenHash: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.db.insert(tx.t.sessions).values(row);
}

export async function endSession(tx: Tx, organisationId: string, id: string, endedAt: Date): Promise<void> {
  const { sessions } = tx.t;
  await tx.db
    .update(sessions)
    .set({ endedAt })
    .where(and(eq(sessions.organisationId, organisationId), eq(sessions.id, id)));
}

/** Every session of a person: after disabling, a new password, or changed roles. */
export async function endSessionsOf(tx: Tx, organisationId: string, personId: string, endedAt: Date): Promise<void> {
  const { sessions } = tx.t;
  await tx.db
    .update(sessions)
    .set({ endedAt })
    .where(and(eq(sessions.organisationId, organisationId), eq(sessions.personId, personId), isNull(sessions.endedAt)));
}
