// Tables of assessments: versions they froze, the vendor's links and sessions, answers, submissions, messages.
import type { Instead } from "#app/domain/assessment/answer-input.ts";
import type { AnswerOrigin, AnswerSource, TypingRole } from "#app/domain/assessment/answer-source.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { questionnaireTables } from "./questionnaires.server.ts";

export function assessmentTables(
  k: ColumnKit,
  { questionnaireVersions }: Pick<ReturnType<typeof questionnaireTables>, "questionnaireVersions">,
) {
  const assessments = k.table(
    "assessments",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      status: k.text("status").notNull(),
      statusAt: k.instant("status_at").notNull(),
      /** Who answers: null the vendor; from_documents one of ours, from its reports, because it will not. */
      method: k.code<"from_documents">("method"),
      /** Counts from 1 per engagement. */
      number: k.int("number").notNull(),
      previousId: k.text("previous_id"),
      /** Review day this assessment was opened for; with the engagement it is unique, so a review opens once. */
      openedFor: k.text("opened_for"),
      contactId: k.text("contact_id"),
      tier: k.int("tier").notNull(),
      /** Frozen at sending. */
      facts: k.json<Record<string, unknown>>("facts").notNull(),
      dueOn: k.text("due_on"),
      sentAt: k.instant("sent_at"),
      sentById: k.text("sent_by_id"),
      submittedAt: k.instant("submitted_at"),
      reviewClosedAt: k.instant("review_closed_at"),
      reviewClosedById: k.text("review_closed_by_id"),
      decidedAt: k.instant("decided_at"),
      /** Visible required questions and how many of them have an answer: progress without reading the answers. */
      required: k.int("required").notNull(),
      answered: k.int("answered").notNull(),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [
      k.uniqueIndex("assessments_number").on(t.organisationId, t.engagementId, t.number),
      k.uniqueIndex("assessments_opened_for").on(t.organisationId, t.engagementId, t.openedFor),
      k.index("assessments_status").on(t.organisationId, t.status, t.dueOn, t.id),
      k.index("assessments_vendor").on(t.organisationId, t.vendorId, t.id),
    ],
  );

  const assessmentQuestionnaires = k.table(
    "assessment_questionnaires",
    {
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      position: k.int("position").notNull(),
      questionnaireVersionId: k.text("questionnaire_version_id").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisationId, t.assessmentId, t.position] }),
      k.foreignKey({ columns: [t.assessmentId], foreignColumns: [assessments.id] }),
      k.foreignKey({ columns: [t.questionnaireVersionId], foreignColumns: [questionnaireVersions.id] }),
    ],
  );

  /** A door for the vendor: 256 random bits, only their SHA-256 is here. Several may be open at once; each can be revoked. */
  const vendorLinks = k.table(
    "vendor_links",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      tokenHash: k.text("token_hash").notNull(),
      channel: k.code<"mail" | "copy">("channel").notNull(),
      createdAt: k.instant("created_at").notNull(),
      createdById: k.text("created_by_id"),
      expiresAt: k.instant("expires_at").notNull(),
      revokedAt: k.instant("revoked_at"),
      lastUsedAt: k.instant("last_used_at"),
      uses: k.int("uses").notNull(),
    },
    (t) => [
      k.uniqueIndex("vendor_links_token").on(t.tokenHash),
      k.index("vendor_links_assessment").on(t.organisationId, t.assessmentId, t.id),
      k.foreignKey({ columns: [t.assessmentId], foreignColumns: [assessments.id] }),
    ],
  );

  const vendorSessions = k.table(
    "vendor_sessions",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      linkId: k.text("link_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      tokenHash: k.text("token_hash").notNull(),
      /** Name the person gave at Start; shown with each answer. */
      name: k.text("name").notNull(),
      createdAt: k.instant("created_at").notNull(),
      lastSeenAt: k.instant("last_seen_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
    },
    (t) => [
      k.uniqueIndex("vendor_sessions_token").on(t.tokenHash),
      k.foreignKey({ columns: [t.linkId], foreignColumns: [vendorLinks.id] }),
    ],
  );

  /** A filled workbook, read and not saved yet; gone after a day. */
  const workbookUploads = k.table(
    "workbook_uploads",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      vendorId: k.text("vendor_id").notNull(),
      fileName: k.text("file_name").notNull(),
      /** Of the file that was read. */
      fileSha256: k.text("file_sha256").notNull(),
      /** What stands in it, encrypted; files that came with it wait in the vault. */
      sealed: k.text("sealed").notNull(),
      uploadedBy: k.text("uploaded_by").notNull(),
      /** Who of ours brought it for the vendor; null: the vendor itself. Neither side sees the other's. */
      broughtById: k.text("brought_by_id"),
      uploadedAt: k.instant("uploaded_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
    },
    (t) => [
      k.index("workbook_uploads_assessment").on(t.organisationId, t.assessmentId, t.expiresAt, t.id),
      k.index("workbook_uploads_expiry").on(t.organisationId, t.expiresAt, t.id),
      k.foreignKey({ columns: [t.assessmentId], foreignColumns: [assessments.id] }),
    ],
  );

  const answerColumns = () => ({
    organisationId: k.text("organisation_id").notNull(),
    assessmentId: k.text("assessment_id").notNull(),
    /** `questionnaire#question`. */
    questionKey: k.text("question_key").notNull(),
    revision: k.int("revision").notNull(),
    /** null = no answer; "declined" and "na" are reserved codes. */
    value: k.json<unknown>("value"),
    comment: k.text("comment").notNull(),
    reason: k.text("reason").notNull(),
    /** How the vendor stands in for missing evidence. */
    instead: k.json<Instead | null>("instead"),
    origin: k.code<AnswerOrigin>("origin").notNull(),
    /** Where an answer comes from that the vendor did not type itself; null for its own. */
    source: k.json<AnswerSource | null>("source"),
    givenBy: k.text("given_by").notNull(),
    givenAt: k.instant("given_at").notNull(),
  });

  /** The newest revision of each answer. */
  const answers = k.table("answers", answerColumns(), (t) => [
    k.primaryKey({ columns: [t.organisationId, t.assessmentId, t.questionKey] }),
    k.foreignKey({ columns: [t.assessmentId], foreignColumns: [assessments.id] }),
  ]);

  /** Every revision ever saved; nothing here is changed or removed. */
  const answerRevisions = k.table("answer_revisions", answerColumns(), (t) => [
    k.primaryKey({ columns: [t.organisationId, t.assessmentId, t.questionKey, t.revision] }),
    k.foreignKey({ columns: [t.assessmentId], foreignColumns: [assessments.id] }),
  ]);

  /** Typed by one of ours for the vendor; counts for nothing until the vendor confirmed it, which makes it an answer and removes the row. */
  const preparedAnswers = k.table(
    "prepared_answers",
    {
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      questionKey: k.text("question_key").notNull(),
      /** Counts changes, so that the vendor confirms what it has read. */
      revision: k.int("revision").notNull(),
      value: k.json<unknown>("value"),
      comment: k.text("comment").notNull(),
      reason: k.text("reason").notNull(),
      instead: k.json<Instead | null>("instead"),
      byId: k.text("by_id").notNull(),
      byRole: k.code<TypingRole>("by_role").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisationId, t.assessmentId, t.questionKey] }),
      k.foreignKey({ columns: [t.assessmentId], foreignColumns: [assessments.id] }),
    ],
  );

  /** The vendor's signature under its answers: at submission and after each round of clarifications. */
  const submissions = k.table(
    "submissions",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      round: k.int("round").notNull(),
      name: k.text("name").notNull(),
      role: k.text("role").notNull(),
      at: k.instant("at").notNull(),
      /** SHA-256 of the canonical JSON of all answers as submitted. */
      answersSha256: k.text("answers_sha256").notNull(),
    },
    (t) => [k.uniqueIndex("submissions_round").on(t.organisationId, t.assessmentId, t.round)],
  );

  /** Questions the vendor asks about an item, and our replies. */
  const messages = k.table(
    "messages",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      questionKey: k.text("question_key").notNull(),
      from: k.code<"vendor" | "us">("from_side").notNull(),
      by: k.text("by_name").notNull(),
      text: k.text("text").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.index("messages_assessment").on(t.organisationId, t.assessmentId, t.id)],
  );

  return {
    assessments,
    assessmentQuestionnaires,
    vendorLinks,
    vendorSessions,
    workbookUploads,
    answers,
    answerRevisions,
    preparedAnswers,
    submissions,
    messages,
  };
}
