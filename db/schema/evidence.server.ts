// Tables of evidence, where it is used, what was asked for, findings, decisions and reminders.
import type { ContentFlag } from "#app/domain/evidence/content-flags.ts";
import type { AddendumCause } from "#app/domain/report/addendum.ts";
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

  /** A named person carries a named risk until a named day. Never changes a score. */
  const riskAcceptances = k.table(
    "risk_acceptances",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      /** What is accepted: `knock_out:<question>`, `unproven:<question>`, `residual`, `coverage`, `clause:<id>`. */
      subject: k.text("subject").notNull(),
      findingId: k.text("finding_id"),
      level: k.code<"low" | "medium" | "high" | "critical">("level").notNull(),
      reason: k.text("reason").notNull(),
      status: k.code<"proposed" | "in_force" | "expired" | "withdrawn">("status").notNull(),
      proposedById: k.text("proposed_by_id").notNull(),
      proposedAt: k.instant("proposed_at").notNull(),
      /** Who owns the risk: the business owner; from high on a named executive. */
      ownedById: k.text("owned_by_id").notNull(),
      countersignedById: k.text("countersigned_by_id"),
      countersignedAt: k.instant("countersigned_at"),
      expiresOn: k.text("expires_on").notNull(),
      renewsId: k.text("renews_id"),
      endedAt: k.instant("ended_at"),
    },
    (t) => [
      k.index("risk_acceptances_assessment").on(t.organisationId, t.assessmentId, t.id),
      k.index("risk_acceptances_expiry").on(t.organisationId, t.status, t.expiresOn, t.id),
    ],
  );

  const decisions = k.table(
    "decisions",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      outcome: k.code<"approved" | "approved_with_conditions" | "declined" | "on_hold">("outcome").notNull(),
      status: k.code<"awaiting_second" | "final" | "withdrawn">("status").notNull(),
      rationale: k.text("rationale").notNull(),
      residual: k.code<"low" | "medium" | "high" | "critical">("residual").notNull(),
      computedResidual: k.code<"low" | "medium" | "high" | "critical">("computed_residual").notNull(),
      residualReason: k.text("residual_reason").notNull(),
      resultId: k.text("result_id").notNull(),
      nextReviewOn: k.text("next_review_on"),
      nextReviewReasons: k.json<{ on: string; reason: string }[]>("next_review_reasons").notNull(),
      engagedBeforeAssessment: k.bool("engaged_before_assessment").notNull(),
      signedById: k.text("signed_by_id").notNull(),
      signedAt: k.instant("signed_at").notNull(),
      countersignedById: k.text("countersigned_by_id"),
      countersignedAt: k.instant("countersigned_at"),
      reportEvidenceId: k.text("report_evidence_id"),
      decisionPageEvidenceId: k.text("decision_page_evidence_id"),
    },
    (t) => [
      k.uniqueIndex("decisions_assessment").on(t.organisationId, t.assessmentId, t.signedAt),
      k.index("decisions_engagement").on(t.organisationId, t.engagementId, t.id),
    ],
  );

  const conditions = k.table(
    "conditions",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      decisionId: k.text("decision_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      number: k.int("number").notNull(),
      text: k.text("text").notNull(),
      when: k.code<"before_signature" | "before_go_live" | "by_date">("due_when").notNull(),
      dueOn: k.text("due_on"),
      metAt: k.instant("met_at"),
      metById: k.text("met_by_id"),
    },
    (t) => [
      k.uniqueIndex("conditions_number").on(t.organisationId, t.decisionId, t.number),
      k.index("conditions_due").on(t.organisationId, t.dueOn, t.id),
      k.foreignKey({ columns: [t.decisionId], foreignColumns: [decisions.id] }),
    ],
  );

  /** The letter that tells the vendor a final decision; written once, when an officer sends it. */
  const decisionLetters = k.table(
    "decision_letters",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      decisionId: k.text("decision_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      language: k.code<"en" | "de">("language").notNull(),
      sentById: k.text("sent_by_id").notNull(),
      sentAt: k.instant("sent_at").notNull(),
      /** Null until the signed document is stored. */
      evidenceId: k.text("evidence_id"),
    },
    (t) => [
      k.uniqueIndex("decision_letters_decision").on(t.organisationId, t.decisionId),
      k.index("decision_letters_assessment").on(t.organisationId, t.assessmentId, t.id),
      k.foreignKey({ columns: [t.decisionId], foreignColumns: [decisions.id] }),
    ],
  );

  /** What changed about a decision after its documents were signed; each becomes a signed addendum, stored once. */
  const addenda = k.table(
    "addenda",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      decisionId: k.text("decision_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      /** Counts from 1 per decision. */
      number: k.int("number").notNull(),
      cause: k.code<AddendumCause>("cause").notNull(),
      /** The condition, the risk acceptance or the decision it is about. */
      subjectId: k.text("subject_id").notNull(),
      reason: k.text("reason").notNull(),
      /** Null when a day came and nobody did anything. */
      byId: k.text("by_id"),
      at: k.instant("at").notNull(),
      /** Null until the signed document is stored. */
      evidenceId: k.text("evidence_id"),
    },
    (t) => [
      k.uniqueIndex("addenda_number").on(t.organisationId, t.decisionId, t.number),
      k.uniqueIndex("addenda_cause").on(t.organisationId, t.decisionId, t.cause, t.subjectId),
      k.index("addenda_assessment").on(t.organisationId, t.assessmentId, t.id),
      k.foreignKey({ columns: [t.decisionId], foreignColumns: [decisions.id] }),
    ],
  );

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

  return {
    evidence,
    evidenceUses,
    evidenceRequests,
    findings,
    findingNotes,
    riskAcceptances,
    decisions,
    conditions,
    decisionLetters,
    addenda,
    reminders,
  };
}
