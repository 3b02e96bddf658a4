// Tables of the review: determinations, clarifications, corrections, results.
import type { ColumnKit } from "../columns.server.ts";
import type { assessmentTables } from "./assessments.server.ts";

export function reviewTables(k: ColumnKit, { assessments }: Pick<ReturnType<typeof assessmentTables>, "assessments">) {
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

  return { determinations, clarifications, corrections, results };
}
