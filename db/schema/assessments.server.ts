// Tables of questionnaires, assessments, the vendor's links and sessions, answers, review, results.

import type { Instead } from "#app/domain/assessment/answer-input.ts";
import type { AnswerOrigin, AnswerSource, TypingRole } from "#app/domain/assessment/answer-source.ts";
import type { DraftChange, DraftOrigin, DraftReport } from "#app/domain/questionnaire/draft.ts";
import type { ColumnKit } from "../columns.server.ts";

export function assessmentTables(k: ColumnKit) {
  /** Immutable: a version that was published never changes; assessments name its hash. */
  const questionnaireVersions = k.table(
    "questionnaire_versions",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      questionnaireId: k.text("questionnaire_id").notNull(),
      version: k.text("version").notNull(),
      title: k.text("title").notNull(),
      audience: k.code<"vendor" | "internal">("audience").notNull(),
      /** SHA-256 of the file's bytes, hex. */
      sha256: k.text("sha256").notNull(),
      /** The file as published, YAML. */
      source: k.text("source").notNull(),
      publishedAt: k.instant("published_at").notNull(),
      /** Who published it from the screen; null for what came with the program. */
      publishedById: k.text("published_by_id"),
    },
    (t) => [k.uniqueIndex("questionnaire_versions_version").on(t.organisationId, t.questionnaireId, t.version)],
  );

  /** Read from a file or written here, and not published yet; gone after its day. */
  const questionnaireDrafts = k.table(
    "questionnaire_drafts",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      kind: k.code<DraftOrigin>("kind").notNull(),
      fileName: k.text("file_name").notNull(),
      /** Of the file that was read; `sha256` is of what would be published. */
      fileSha256: k.text("file_sha256").notNull(),
      report: k.json<DraftReport>("report").notNull(),
      questionnaireId: k.text("questionnaire_id").notNull(),
      version: k.text("version").notNull(),
      title: k.text("title").notNull(),
      sha256: k.text("sha256").notNull(),
      source: k.text("source").notNull(),
      createdById: k.text("created_by_id").notNull(),
      createdAt: k.instant("created_at").notNull(),
      expiresAt: k.instant("expires_at").notNull(),
      /** Rises with every change; null as it was read. Who saves names the one that was seen. */
      revision: k.int("revision"),
      changedById: k.text("changed_by_id"),
      changedAt: k.instant("changed_at"),
      lastChange: k.code<DraftChange>("last_change"),
      /** The text before the last change, for taking it back. */
      undoSource: k.text("undo_source"),
    },
    (t) => [k.index("questionnaire_drafts_expiry").on(t.organisationId, t.expiresAt, t.id)],
  );

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

  /** Revisions of what reviewers determined; the newest per question counts. */
  const determinations = k.table(
    "determinations",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      questionKey: k.text("question_key").notNull(),
      revision: k.int("revision").notNull(),
      /** Revision of the answer it judges: a newer answer needs a newer determination. */
      answerRevision: k.int("answer_revision").notNull(),
      verdict: k.code<"accepted" | "adjusted" | "clarify" | "rejected">("verdict").notNull(),
      value: k.json<unknown>("value"),
      naAccepted: k.bool("na_accepted").notNull(),
      reason: k.text("reason").notNull(),
      note: k.text("note").notNull(),
      carried: k.bool("carried").notNull(),
      byId: k.text("by_id").notNull(),
      at: k.instant("at").notNull(),
    },
    (t) => [k.uniqueIndex("determinations_revision").on(t.organisationId, t.assessmentId, t.questionKey, t.revision)],
  );

  const clarifications = k.table(
    "clarifications",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      questionKey: k.text("question_key").notNull(),
      round: k.int("round").notNull(),
      /** What we ask the vendor, shown to it. */
      ask: k.text("ask").notNull(),
      status: k.code<"draft" | "sent" | "answered">("status").notNull(),
      askedById: k.text("asked_by_id").notNull(),
      sentAt: k.instant("sent_at"),
      answeredAt: k.instant("answered_at"),
    },
    (t) => [k.uniqueIndex("clarifications_round").on(t.organisationId, t.assessmentId, t.questionKey, t.round)],
  );

  /** A vendor asks to correct a submitted answer: first why, then the new revision beside the old one. */
  const corrections = k.table(
    "corrections",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      questionKey: k.text("question_key").notNull(),
      why: k.text("why").notNull(),
      askedBy: k.text("asked_by").notNull(),
      askedAt: k.instant("asked_at").notNull(),
      /** The revision it corrects; 0 where the question had no answer. */
      follows: k.int("follows").notNull(),
      /** The revision it made; null until the correction was sent. */
      revision: k.int("revision"),
      sentAt: k.instant("sent_at"),
    },
    (t) => [
      k.index("corrections_assessment").on(t.organisationId, t.assessmentId, t.id),
      k.foreignKey({ columns: [t.assessmentId], foreignColumns: [assessments.id] }),
    ],
  );

  /** Results of the scoring method as written: never changed; scoring again writes a new row. */
  const results = k.table(
    "results",
    {
      id: k.text("id").primaryKey(),
      organisationId: k.text("organisation_id").notNull(),
      assessmentId: k.text("assessment_id").notNull(),
      engagementId: k.text("engagement_id").notNull(),
      kind: k.code<"vendor" | "reviewed" | "decided" | "rescored">("kind").notNull(),
      asOn: k.text("as_on").notNull(),
      /** What was scored, and the result: the exact bytes the command line prints for the same input. */
      input: k.text("input").notNull(),
      json: k.text("json").notNull(),
      scoreBps: k.int("score_bps"),
      uncappedBps: k.int("uncapped_bps"),
      coverageBps: k.int("coverage_bps").notNull(),
      assuranceBps: k.int("assurance_bps").notNull(),
      grade: k.text("grade"),
      createdAt: k.instant("created_at").notNull(),
    },
    (t) => [
      k.index("results_assessment").on(t.organisationId, t.assessmentId, t.id),
      k.index("results_engagement").on(t.organisationId, t.engagementId, t.id),
    ],
  );

  return {
    questionnaireVersions,
    questionnaireDrafts,
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
    determinations,
    clarifications,
    corrections,
    results,
  };
}
