// Tables of evidence, where it is used, and what was asked for.
import type { ContentFlag } from "#app/domain/evidence/content-flags.ts";
import type { ColumnKit } from "../columns.server.ts";

export function evidenceTables(k: ColumnKit) {
  /** One stored file. The row is written only after the bytes are durable in the blob store. */
  const evidence = k.table(
    "evidence",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id"),
      assessmentId: k.text("assessment_id"),
      /** Key of the evidence-kind table. */
      kind: k.text("kind").notNull(),
      fileName: k.text("file_name").notNull(),
      mediaType: k.text("media_type").notNull(),
      bytes: k.int("bytes").notNull(),
      /** Of the file's plain bytes, hex. */
      sha256: k.text("sha256").notNull(),
      blobKey: k.text("blob_key").notNull(),
      wrappedKey: k.text("wrapped_key").notNull(),
      kekId: k.text("kek_id").notNull(),
      /** Day its kind's clock starts from, as given by the uploader, confirmed or corrected by the reviewer. */
      startsOn: k.text("starts_on"),
      statedExpiryOn: k.text("stated_expiry_on"),
      expiresOn: k.text("expires_on"),
      verdict: k.code<"none" | "verified" | "rejected">("verdict").notNull(),
      /** How, where and which checks; null until somebody looked. */
      verification: k.json<{ how: string; page: string; checks: string[]; note: string } | null>("verification"),
      verdictById: k.text("verdict_by_id"),
      verdictAt: k.instant("verdict_at"),
      /** What was seen inside a PDF when it was taken, for whoever opens it; null where nobody looked. */
      contentFlags: k.json<readonly ContentFlag[] | null>("content_flags"),
      uploadedBy: k.text("uploaded_by").notNull(),
      uploadedById: k.text("uploaded_by_id"),
      /** The vendor gave it, whoever uploaded it, and sees it as its own; null where nobody said: then it is whose hands it came by. */
      givenByVendor: k.bool("given_by_vendor"),
      uploadedAt: k.instant("uploaded_at").notNull(),
      /** Set when the vendor took it back before submitting; the bytes stay until retention ends. */
      withdrawnAt: k.instant("withdrawn_at"),
    },
    (t) => [
      k.index("evidence_vendor").on(t.organisationId, t.vendorId, t.id),
      k.index("evidence_expiry").on(t.organisationId, t.expiresOn, t.id),
      k.index("evidence_sha256").on(t.organisationId, t.sha256),
    ],
  );

  const evidenceUses = k.table(
    "evidence_uses",
    {
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      questionKey: k.text("question_key").notNull(),
      evidenceId: k.text("evidence_id").notNull(),
      addedAt: k.instant("added_at").notNull(),
      removedAt: k.instant("removed_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisationId, t.assessmentId, t.questionKey, t.evidenceId] }),
      k.index("evidence_uses_evidence").on(t.organisationId, t.evidenceId),
      k.foreignKey({ columns: [t.evidenceId], foreignColumns: [evidence.id] }),
    ],
  );

  /** One document asked for: promised by the vendor, missing, or about to expire. */
  const evidenceRequests = k.table(
    "evidence_requests",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      /** The same need is asked for once. */
      key: k.text("key").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id"),
      assessmentId: k.text("assessment_id"),
      questionKey: k.text("question_key"),
      kind: k.text("kind").notNull(),
      reason: k.code<"provide_later" | "expiring" | "unproven" | "asked">("reason").notNull(),
      replacesId: k.text("replaces_id"),
      dueOn: k.text("due_on").notNull(),
      status: k.code<"open" | "fulfilled" | "cancelled">("status").notNull(),
      fulfilledById: k.text("fulfilled_by_id"),
      openedAt: k.instant("opened_at").notNull(),
      closedAt: k.instant("closed_at"),
    },
    (t) => [
      k.uniqueIndex("evidence_requests_key").on(t.organisationId, t.key),
      k.index("evidence_requests_due").on(t.organisationId, t.status, t.dueOn, t.id),
      k.index("evidence_requests_vendor").on(t.organisationId, t.vendorId, t.id),
    ],
  );

  return { evidence, evidenceUses, evidenceRequests };
}
