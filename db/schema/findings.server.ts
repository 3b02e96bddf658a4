// Tables of findings and what was noted of them.
import type { ColumnKit } from "../columns.server.ts";

export function findingTables(k: ColumnKit) {
  const findings = k.table(
    "findings",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      key: k.text("key").notNull(),
      number: k.int("number").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      questionKey: k.text("question_key"),
      severity: k.code<"low" | "medium" | "high" | "critical">("severity").notNull(),
      title: k.text("title").notNull(),
      status: k.text("status").notNull(),
      ownerId: k.text("owner_id"),
      dueOn: k.text("due_on").notNull(),
      plan: k.text("plan").notNull(),
      openedAt: k.instant("opened_at").notNull(),
      openedById: k.text("opened_by_id"),
      closedAt: k.instant("closed_at"),
      closedById: k.text("closed_by_id"),
      closedBecause: k.text("closed_because"),
    },
    (t) => [
      k.uniqueIndex("findings_key").on(t.organisationId, t.key),
      k.uniqueIndex("findings_number").on(t.organisationId, t.number),
      k.index("findings_due").on(t.organisationId, t.status, t.dueOn, t.id),
      k.index("findings_vendor").on(t.organisationId, t.vendorId, t.id),
      k.index("findings_assessment").on(t.organisationId, t.assessmentId, t.id),
    ],
  );

  const findingNotes = k.table(
    "finding_notes",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      findingId: k.text("finding_id").notNull(),
      text: k.text("text").notNull(),
      evidenceId: k.text("evidence_id"),
      byId: k.text("by_id").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [
      k.index("finding_notes_finding").on(t.organisationId, t.findingId, t.id),
      k.foreignKey({ columns: [t.findingId], foreignColumns: [findings.id] }),
    ],
  );

  return { findings, findingNotes };
}
