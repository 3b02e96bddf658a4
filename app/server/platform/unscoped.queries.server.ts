// Everything that is looked up without knowing an organisation first: by a secret the caller holds, or by e-mail at sign-in.
// Nothing else may read across organisations; the two-organisations test walks every other repo and query.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { prepared, type Reader } from "./store.server.ts";

/** The organisation this installation shows; undefined before set-up. */
export async function findShownOrganisation(reader: Reader) {
  const { organisations } = reader.t;
  const rows = await reader.db.select().from(organisations).orderBy(asc(organisations.createdAt), asc(organisations.id)).limit(1);
  return rows[0];
}

export async function findSessionByToken(reader: Reader, tokenHash: string) {
  const query = prepared(reader, "session_by_token", ({ db, t: { sessions, people } }, key) =>
    db
      .select({
        id: sessions.id,
        organisationId: sessions.organisationId,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        expiresAt: sessions.expiresAt,
        personId: people.id,
        name: people.name,
        email: people.email,
        roles: people.roles,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.tokenHash, sql.placeholder("tokenHash")), isNull(sessions.endedAt), isNull(people.disabledAt)))
      .limit(1)
      .prepare(key),
  );
  const rows = await query.execute({ tokenHash });
  return rows[0];
}

export async function findPersonByEmail(reader: Reader, emailKey: string) {
  const { people } = reader.t;
  const rows = await reader.db.select().from(people).where(eq(people.emailKey, emailKey)).limit(1);
  return rows[0];
}

export async function findPasswordLinkByToken(reader: Reader, tokenHash: string) {
  const { passwordLinks, people } = reader.t;
  const rows = await reader.db
    .select({ link: passwordLinks, person: people })
    .from(passwordLinks)
    .innerJoin(people, eq(people.id, passwordLinks.personId))
    .where(and(eq(passwordLinks.tokenHash, tokenHash), isNull(people.disabledAt)))
    .limit(1);
  return rows[0];
}

export async function findVendorLinkByToken(reader: Reader, tokenHash: string) {
  const { vendorLinks } = reader.t;
  const rows = await reader.db.select().from(vendorLinks).where(eq(vendorLinks.tokenHash, tokenHash)).limit(1);
  return rows[0];
}

/** A vendor session together with the link it came through: a revoked link ends its sessions. */
export async function findVendorSessionByToken(reader: Reader, tokenHash: string) {
  const query = prepared(reader, "vendor_session_by_token", ({ db, t: { vendorSessions, vendorLinks } }, key) =>
    db
      .select({ session: vendorSessions, link: { expiresAt: vendorLinks.expiresAt, revokedAt: vendorLinks.revokedAt } })
      .from(vendorSessions)
      .innerJoin(vendorLinks, eq(vendorLinks.id, vendorSessions.linkId))
      .where(eq(vendorSessions.tokenHash, sql.placeholder("tokenHash")))
      .limit(1)
      .prepare(key),
  );
  const rows = await query.execute({ tokenHash });
  return rows[0];
}

/** Which of these blobs a row of any organisation names; the janitor removes the others. */
export async function findNamedBlobs(reader: Reader, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { evidence } = reader.t;
  const rows = await reader.db
    .select({ blobKey: evidence.blobKey })
    .from(evidence)
    .where(inArray(evidence.blobKey, [...keys]));
  return new Set(rows.map((row) => row.blobKey));
}
