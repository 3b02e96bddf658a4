// Tables of questionnaires: published versions, drafts.
import type { DraftChange, DraftOrigin, DraftReport } from "#app/domain/questionnaire/draft.ts";
import type { ColumnKit } from "../columns.server.ts";

export function questionnaireTables(k: ColumnKit) {
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

  return { questionnaireVersions, questionnaireDrafts };
}
