// The table of reminders that were due.
import type { ColumnKit } from "../columns.server.ts";

export function monitoringTables(k: ColumnKit) {
  /** One row per reminder ever due; the key makes it happen once. */
  const reminders = k.table(
    "reminders",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      key: k.text("key").notNull(),
      kind: k.text("kind").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id"),
      assessmentId: k.text("assessment_id"),
      subjectId: k.text("subject_id").notNull(),
      dueOn: k.text("due_on").notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [k.uniqueIndex("reminders_key").on(t.organisationId, t.key), k.index("reminders_vendor").on(t.organisationId, t.vendorId, t.id)],
  );

  return { reminders };
}
