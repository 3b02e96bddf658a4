// Tables of decisions: accepted risks, signatures, conditions, letters, addenda.
import type { AddendumCause } from "#app/domain/report/addendum.ts";
import type { ColumnKit } from "../columns.server.ts";

export function decisionTables(k: ColumnKit) {
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

  return { riskAcceptances, decisions, conditions, decisionLetters, addenda };
}
