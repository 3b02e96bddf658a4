// Rows of the vendor's links and of the sessions begun through them.
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";

export type LinkRow = Tx["t"]["vendorLinks"]["$inferSelect"];

export async function insertLink(tx: Tx, row: Tx["t"]["vendorLinks"]["$inferInsert"]): Promise<void> {
  await tx.db.insert(tx.t.vendorLinks).values(row);
}

/** Newest first, without the hash. */
export async function listLinks(from: Reader, organisationId: string, assessmentId: string) {
  const { vendorLinks: l, people } = from.t;
  return await from.db
    .select({
      id: l.id,
      channel: l.channel,
      createdAt: l.createdAt,
      createdBy: people.name,
      expiresAt: l.expiresAt,
      revokedAt: l.revokedAt,
      lastUsedAt: l.lastUsedAt,
      uses: l.uses,
    })
    .from(l)
    .leftJoin(people, eq(people.id, l.createdById))
    .where(and(eq(l.organisationId, organisationId), eq(l.assessmentId, assessmentId)))
    .orderBy(desc(l.createdAt), desc(l.id))
    .limit(200);
}

export async function findLink(from: Reader, organisationId: string, id: string): Promise<LinkRow | undefined> {
  const { vendorLinks: l } = from.t;
  const [row] = await from.db
    .select()
    .from(l)
    .where(and(eq(l.organisationId, organisationId), eq(l.id, id)))
    .limit(1);
  return row;
}

/** False when it was revoked already. */
export async function revokeLinkRow(tx: Tx, organisationId: string, id: string, revokedAt: Date): Promise<boolean> {
  const { vendorLinks: l } = tx.t;
  const rows = await tx.db
    .update(l)
    .set({ revokedAt })
    .where(and(eq(l.organisationId, organisationId), eq(l.id, id), isNull(l.revokedAt)))
    .returning({ id: l.id });
  return rows.length > 0;
}

/** Ids of the links it revoked. */
export async function revokeAllLinks(tx: Tx, organisationId: string, assessmentId: string, revokedAt: Date): Promise<string[]> {
  const { vendorLinks: l } = tx.t;
  const rows = await tx.db
    .update(l)
    .set({ revokedAt })
    .where(and(eq(l.organisationId, organisationId), eq(l.assessmentId, assessmentId), isNull(l.revokedAt)))
    .returning({ id: l.id });
  return rows.map(({ id }) => id);
}

export async function countLinkUse(tx: Tx, organisationId: string, id: string, usedAt: Date): Promise<void> {
  const { vendorLinks: l } = tx.t;
  await tx.db
    .update(l)
    .set({ lastUsedAt: usedAt, uses: sql`${l.uses} + 1` })
    .where(and(eq(l.organisationId, organisationId), eq(l.id, id)));
}

export async function insertVendorSession(tx: Tx, row: Tx["t"]["vendorSessions"]["$inferInsert"]): Promise<void> {
  await tx.db.insert(tx.t.vendorSessions).values(row);
}
