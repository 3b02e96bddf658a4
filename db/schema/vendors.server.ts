// Tables of vendors, their engagements, contacts and inherent risk.
// A vendor row repeats the result of its worst active engagement (refreshed by a step in the same tx), so that lists need no join.
import type { ColumnKit } from "../columns.server.ts";

export function vendorTables(k: ColumnKit) {
  const vendors = k.table(
    "vendors",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      name: k.text("name").notNull(),
      /** Sort and search key: NFKC, lower case, spaces folded. */
      nameKey: k.text("name_key").notNull(),
      /** As nameKey without legal forms: two vendors with the same one may be the same company. */
      duplicateKey: k.text("duplicate_key").notNull(),
      website: k.text("website"),
      domain: k.text("domain"),
      registrationId: k.text("registration_id"),
      category: k.code<"payment" | "hosting" | "inventory" | "other">("category").notNull(),
      ownerId: k.text("owner_id"),
      registeredById: k.text("registered_by_id"),
      createdAt: k.instant("created_at").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
      /** From here on: what the vendor shows, taken from the named engagement. */
      standing: k.text("standing").notNull(),
      engagementId: k.text("engagement_id"),
      tier: k.int("tier").notNull(),
      residual: k.code<"low" | "medium" | "high" | "critical">("residual"),
      scoreBps: k.int("score_bps"),
      assuranceBps: k.int("assurance_bps"),
      grade: k.text("grade"),
      knockOuts: k.int("knock_outs").notNull(),
      nextReviewOn: k.text("next_review_on"),
      nextReviewReason: k.text("next_review_reason"),
    },
    (t) => [
      k.index("vendors_name").on(t.organisationId, t.nameKey, t.id),
      k.index("vendors_standing").on(t.organisationId, t.standing, t.nameKey, t.id),
      k.index("vendors_tier").on(t.organisationId, t.tier, t.nameKey, t.id),
      k.index("vendors_category").on(t.organisationId, t.category, t.nameKey, t.id),
      k.index("vendors_owner").on(t.organisationId, t.ownerId, t.nameKey, t.id),
      k.index("vendors_score").on(t.organisationId, t.scoreBps, t.id),
      k.index("vendors_review").on(t.organisationId, t.nextReviewOn, t.id),
      k.index("vendors_created").on(t.organisationId, t.createdAt, t.id),
      k.index("vendors_domain").on(t.organisationId, t.domain),
      k.index("vendors_registration").on(t.organisationId, t.registrationId),
      k.index("vendors_duplicate").on(t.organisationId, t.duplicateKey),
    ],
  );

  /** Words of name and domain, for prefix search that is the same on both engines. */
  const vendorTerms = k.table(
    "vendor_terms",
    { organisationId: k.text("organisation_id").notNull(), term: k.text("term").notNull(), vendorId: k.text("vendor_id").notNull() },
    (t) => [
      k.primaryKey({ columns: [t.organisationId, t.term, t.vendorId] }),
      k.index("vendor_terms_vendor").on(t.organisationId, t.vendorId),
    ],
  );

  /** Counts per combination a filter can name, so that the tier strip costs the same with 100 and 100,000 vendors. */
  const vendorTallies = k.table(
    "vendor_tallies",
    {
      organisationId: k.text("organisation_id").notNull(),
      tier: k.int("tier").notNull(),
      residual: k.text("residual").notNull(),
      grade: k.text("grade").notNull(),
      standing: k.text("standing").notNull(),
      category: k.text("category").notNull(),
      vendors: k.int("vendors").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisationId, t.tier, t.residual, t.grade, t.standing, t.category] })],
  );

  const contacts = k.table(
    "contacts",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      name: k.text("name").notNull(),
      email: k.text("email").notNull(),
      emailKey: k.text("email_key").notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [
      k.uniqueIndex("contacts_email").on(t.organisationId, t.vendorId, t.emailKey),
      k.foreignKey({ columns: [t.vendorId], foreignColumns: [vendors.id] }),
    ],
  );

  const engagements = k.table(
    "engagements",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      service: k.text("service").notNull(),
      status: k.text("status").notNull(),
      statusAt: k.instant("status_at").notNull(),
      /** The person who asked for the service and confirms its inherent risk. */
      ownerId: k.text("owner_id"),
      requestedById: k.text("requested_by_id"),
      /** First day the service was used with our data or customers; before a decision it means "engaged before assessment" (PCI DSS 4.0.1 12.8.3). */
      wentLiveOn: k.text("went_live_on"),
      tier: k.int("tier").notNull(),
      facts: k.json<Record<string, unknown>>("facts").notNull(),
      clauses: k.json<Record<string, { state: "yes" | "no" | "unknown"; where?: string; hours?: number }>>("clauses").notNull(),
      pci: k.json<Record<string, unknown> | null>("pci"),
      createdAt: k.instant("created_at").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
      /** From the newest decided assessment. */
      decisionId: k.text("decision_id"),
      resultId: k.text("result_id"),
      scoreBps: k.int("score_bps"),
      assuranceBps: k.int("assurance_bps"),
      grade: k.text("grade"),
      residual: k.code<"low" | "medium" | "high" | "critical">("residual"),
      decidedAt: k.instant("decided_at"),
      nextReviewOn: k.text("next_review_on"),
      nextReviewReason: k.text("next_review_reason"),
      /** The catch-up plan: day on which the first assessment of a service already in use is started, and who chose it. */
      plannedStartOn: k.text("planned_start_on"),
      plannedStartBy: k.code<"plan" | "person">("planned_start_by"),
    },
    (t) => [
      k.index("engagements_vendor").on(t.organisationId, t.vendorId, t.id),
      k.index("engagements_start").on(t.organisationId, t.status, t.plannedStartOn, t.id),
      k.index("engagements_review").on(t.organisationId, t.nextReviewOn, t.id),
      k.foreignKey({ columns: [t.vendorId], foreignColumns: [vendors.id] }),
    ],
  );

  /** Revisions of the inherent-risk answers; the newest counts. */
  const inherentRisks = k.table(
    "inherent_risks",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      revision: k.int("revision").notNull(),
      /** Question id of the inherent-risk questionnaire -> option code or list of codes. */
      answers: k.json<Record<string, unknown>>("answers").notNull(),
      /** Ids of answers nobody confirmed yet: presets of the category. */
      assumed: k.json<string[]>("assumed").notNull(),
      computedTier: k.int("computed_tier").notNull(),
      tier: k.int("tier").notNull(),
      overrideReason: k.text("override_reason"),
      overriddenById: k.text("overridden_by_id"),
      answeredById: k.text("answered_by_id"),
      answeredAt: k.instant("answered_at").notNull(),
      confirmedById: k.text("confirmed_by_id"),
      confirmedAt: k.instant("confirmed_at"),
      agreedById: k.text("agreed_by_id"),
      agreedAt: k.instant("agreed_at"),
    },
    (t) => [
      k.uniqueIndex("inherent_risks_revision").on(t.organisationId, t.engagementId, t.revision),
      k.foreignKey({ columns: [t.engagementId], foreignColumns: [engagements.id] }),
    ],
  );

  return { vendors, vendorTerms, vendorTallies, contacts, engagements, inherentRisks };
}
