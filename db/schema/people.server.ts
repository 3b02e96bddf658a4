// Tables of people and how they sign in.
import type { Role } from "#app/domain/access/roles.ts";
import type { ColumnKit } from "../columns.server.ts";

export function peopleTables(k: ColumnKit) {
  const people = k.table(
    "people",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      name: k.text("name").notNull(),
      nameKey: k.text("name_key").notNull(),
      email: k.text("email").notNull(),
      emailKey: k.text("email_key").notNull(),
      roles: k.json<Role[]>("roles").notNull(),
      /** argon2id; null until the person set one through a link. */
      passwordHash: k.text("password_hash"),
      disabledAt: k.instant("disabled_at"),
      createdAt: k.instant("created_at").notNull(),
      lastVisitAt: k.instant("last_visit_at"),
    },
    (t) => [k.uniqueIndex("people_email").on(t.emailKey), k.index("people_name").on(t.organisationId, t.nameKey, t.id)],
  );

  /** One-time links to set a password; only the hash of the token is kept. */
  const passwordLinks = k.table(
    "password_links",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      personId: k.text("person_id").notNull(),
      tokenHash: k.text("token_hash").notNull(),
      createdAt: k.instant("created_at").notNull(),
      createdById: k.text("created_by_id"),
      expiresAt: k.instant("expires_at").notNull(),
      usedAt: k.instant("used_at"),
    },
    (t) => [k.uniqueIndex("password_links_token").on(t.tokenHash), k.foreignKey({ columns: [t.personId], foreignColumns: [people.id] })],
  );

  /** Server-side sessions of staff; the cookie holds the id, this table its SHA-256. */
  const sessions = k.table(
    "sessions",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      personId: k.text("person_id").notNull(),
      tokenHash: k.text("token_hash").notNull(),
      createdAt: k.instant("created_at").notNull(),
      lastSeenAt: k.instant("last_seen_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      endedAt: k.instant("ended_at"),
    },
    (t) => [
      k.uniqueIndex("sessions_token").on(t.tokenHash),
      k.index("sessions_person").on(t.organisationId, t.personId),
      k.foreignKey({ columns: [t.personId], foreignColumns: [people.id] }),
    ],
  );

  return { people, passwordLinks, sessions };
}
