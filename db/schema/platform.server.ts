// Tables of the platform itself: organisations, audit log, jobs, outbox, limits.
import type { ColumnKit } from "../columns.server.ts";

export function platformTables(k: ColumnKit) {
  const organisations = k.table("organisations", {
    id: k.text("id").primaryKey(),
    name: k.text("name").notNull(),
    /** IANA name; calendar days are days in this zone. */
    timeZone: k.text("time_zone").notNull(),
    /** Of the catch-up plan; null until one was saved. */
    firstAssessmentsPerWeek: k.int("first_assessments_per_week"),
    createdAt: k.instant("created_at").notNull(),
  });

  /** Append-only by trigger on both engines. */
  const auditEntries = k.table(
    "audit_entries",
    {
      organisationId: k.text("organisation_id").notNull(),
      seq: k.int("seq").notNull(),
      id: k.text("id").notNull(),
      at: k.instant("at").notNull(),
      type: k.text("type").notNull(),
      actorKind: k.text("actor_kind").notNull(),
      actorId: k.text("actor_id"),
      objectId: k.text("object_id"),
      vendorId: k.text("vendor_id"),
      /** Canonical JSON of the whole entry: what the hash is taken over. */
      entry: k.text("entry").notNull(),
      previousHash: k.text("previous_hash").notNull(),
      hash: k.text("hash").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisationId, t.seq] }),
      k.index("audit_entries_vendor").on(t.organisationId, t.vendorId, t.seq),
      k.index("audit_entries_object").on(t.organisationId, t.objectId, t.seq),
      k.index("audit_entries_type").on(t.organisationId, t.type, t.seq),
    ],
  );

  /** One row per organisation: the row every mutation of that organisation locks first. */
  const auditHeads = k.table("audit_heads", {
    organisationId: k.text("organisation_id").primaryKey(),
    seq: k.int("seq").notNull(),
    hash: k.text("hash").notNull(),
  });

  const jobs = k.table(
    "jobs",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      kind: k.text("kind").notNull(),
      /** The same key is queued once, whoever asks and however often. */
      key: k.text("key").notNull(),
      payload: k.json<Record<string, unknown>>("payload").notNull(),
      state: k.code<"waiting" | "done" | "dead">("state").notNull(),
      runAt: k.instant("run_at").notNull(),
      leasedUntil: k.instant("leased_until"),
      leasedBy: k.text("leased_by"),
      attempts: k.int("attempts").notNull(),
      lastError: k.text("last_error"),
      createdAt: k.instant("created_at").notNull(),
      doneAt: k.instant("done_at"),
    },
    (t) => [k.uniqueIndex("jobs_key").on(t.organisationId, t.key), k.index("jobs_due").on(t.state, t.runAt)],
  );

  /** A row is the lock of one tick of one sweep, whatever the number of processes. */
  const slots = k.table(
    "slots",
    { name: k.text("name").notNull(), slot: k.text("slot").notNull(), claimedAt: k.instant("claimed_at").notNull() },
    (t) => [k.primaryKey({ columns: [t.name, t.slot] })],
  );

  const outboxMails = k.table(
    "outbox_mails",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      key: k.text("key").notNull(),
      kind: k.text("kind").notNull(),
      toName: k.text("to_name").notNull(),
      toEmail: k.text("to_email").notNull(),
      subject: k.text("subject").notNull(),
      /** Sealed under the installation's key; null once delivered. */
      sealedBody: k.text("sealed_body"),
      assessmentId: k.text("assessment_id"),
      vendorId: k.text("vendor_id"),
      state: k.code<"queued" | "delivered" | "kept" | "failed">("state").notNull(),
      attempts: k.int("attempts").notNull(),
      lastError: k.text("last_error"),
      queuedAt: k.instant("queued_at").notNull(),
      deliveredAt: k.instant("delivered_at"),
    },
    (t) => [
      k.uniqueIndex("outbox_mails_key").on(t.organisationId, t.key),
      k.index("outbox_mails_log").on(t.organisationId, t.queuedAt, t.id),
    ],
  );

  /** Counters of the rate limits, shared by all processes. */
  const rateLimits = k.table(
    "rate_limits",
    { key: k.text("key").primaryKey(), points: k.int("points").notNull(), expiresAt: k.instant("expires_at").notNull() },
    (t) => [k.index("rate_limits_expiry").on(t.expiresAt)],
  );

  return { organisations, auditEntries, auditHeads, jobs, slots, outboxMails, rateLimits };
}
