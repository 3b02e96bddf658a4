// What was read off a document, and what follows from it: worksheets, tasks of our own people, subcontractors.
import type { WorksheetFields } from "#app/domain/evidence/worksheets/worksheet.ts";
import type { ColumnKit } from "../columns.server.ts";

export function worksheetTables(k: ColumnKit) {
  /** Revisions of what a reviewer read off a document; the newest counts. */
  const evidenceWorksheets = k.table(
    "evidence_worksheets",
    {
      organisationId: k.text("organisation_id").notNull(),
      evidenceId: k.text("evidence_id").notNull(),
      revision: k.int("revision").notNull(),
      /** Code of the worksheet it was filled in on. */
      worksheet: k.text("worksheet").notNull(),
      fields: k.json<WorksheetFields>("fields").notNull(),
      filledById: k.text("filled_by_id").notNull(),
      filledAt: k.instant("filled_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisationId, t.evidenceId, t.revision] })],
  );

  /** A control a vendor's report expects from us, as a task of one of our people. Withdrawn when no current report expects it. */
  const duties = k.table(
    "duties",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      /** Documents that can stand for one another; with the key, one duty per engagement. */
      family: k.text("family").notNull(),
      key: k.text("key").notNull(),
      /** The document that says so now, and where. */
      evidenceId: k.text("evidence_id").notNull(),
      page: k.text("page").notNull(),
      text: k.text("text").notNull(),
      ownerId: k.text("owner_id"),
      dueOn: k.text("due_on").notNull(),
      openedAt: k.instant("opened_at").notNull(),
      doneAt: k.instant("done_at"),
      doneById: k.text("done_by_id"),
      note: k.text("note").notNull(),
      withdrawnAt: k.instant("withdrawn_at"),
    },
    (t) => [
      k.uniqueIndex("duties_key").on(t.organisationId, t.engagementId, t.family, t.key),
      k.index("duties_due").on(t.organisationId, t.doneAt, t.dueOn, t.id),
      k.index("duties_vendor").on(t.organisationId, t.vendorId, t.id),
    ],
  );

  /** Whom a vendor uses for the service, as its report names them. */
  const subcontractors = k.table(
    "subcontractors",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      family: k.text("family").notNull(),
      key: k.text("key").notNull(),
      evidenceId: k.text("evidence_id").notNull(),
      page: k.text("page").notNull(),
      name: k.text("name").notNull(),
      purpose: k.text("purpose").notNull(),
      /** The report leaves it out, so nothing it says covers this company. */
      isCarvedOut: k.bool("is_carved_out").notNull(),
      listedAt: k.instant("listed_at").notNull(),
      withdrawnAt: k.instant("withdrawn_at"),
    },
    (t) => [
      k.uniqueIndex("subcontractors_key").on(t.organisationId, t.engagementId, t.family, t.key),
      k.index("subcontractors_vendor").on(t.organisationId, t.vendorId, t.id),
    ],
  );

  return { evidenceWorksheets, duties, subcontractors };
}
