// Rows of answers (the newest revision of each) and of their revisions (all of them, for ever). Saving is the hottest write there is:
// its statements are prepared.
import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import { prepared, type Reader, type Tx } from "../platform/store.server.ts";
import type { AnswerRow } from "./answers.queries.server.ts";

type Stored = Tx["t"]["answers"]["$inferSelect"];

/** As much of the newest answers as visibility and progress need. */
export async function listAnswerValues(from: Reader, organisationId: string, assessmentId: string) {
  const { answers } = from.t;
  const query = prepared(from, "answer_values", ({ db }, key) =>
    db
      .select({ questionKey: answers.questionKey, value: answers.value, instead: answers.instead })
      .from(answers)
      .where(and(eq(answers.organisationId, sql.placeholder("organisationId")), eq(answers.assessmentId, sql.placeholder("assessmentId"))))
      .orderBy(asc(answers.questionKey))
      .prepare(key),
  );
  const rows = await query.execute({ organisationId, assessmentId });
  return rows as (Pick<Stored, "questionKey" | "instead"> & { value: AnswerValue })[];
}

export async function findAnswer(
  from: Reader,
  organisationId: string,
  assessmentId: string,
  questionKey: string,
): Promise<AnswerRow | undefined> {
  const { answers } = from.t;
  const query = prepared(from, "answer", ({ db }, key) =>
    db
      .select()
      .from(answers)
      .where(
        and(
          eq(answers.organisationId, sql.placeholder("organisationId")),
          eq(answers.assessmentId, sql.placeholder("assessmentId")),
          eq(answers.questionKey, sql.placeholder("questionKey")),
        ),
      )
      .limit(1)
      .prepare(key),
  );
  const [row] = await query.execute({ organisationId, assessmentId, questionKey });
  return row as AnswerRow | undefined;
}

/** One revision; undefined when there is no such. */
export async function findRevision(
  from: Reader,
  organisationId: string,
  assessmentId: string,
  questionKey: string,
  revision: number,
): Promise<AnswerRow | undefined> {
  const { answerRevisions: r } = from.t;
  const [row] = await from.db
    .select()
    .from(r)
    .where(
      and(eq(r.organisationId, organisationId), eq(r.assessmentId, assessmentId), eq(r.questionKey, questionKey), eq(r.revision, revision)),
    )
    .limit(1);
  return row as AnswerRow | undefined;
}

function placeholders() {
  return {
    organisationId: sql.placeholder("organisationId"),
    assessmentId: sql.placeholder("assessmentId"),
    questionKey: sql.placeholder("questionKey"),
    revision: sql.placeholder("revision"),
    value: sql.placeholder("value"),
    comment: sql.placeholder("comment"),
    reason: sql.placeholder("reason"),
    instead: sql.placeholder("instead"),
    origin: sql.placeholder("origin"),
    source: sql.placeholder("source"),
    givenBy: sql.placeholder("givenBy"),
    givenAt: sql.placeholder("givenAt"),
  };
}

/** Without a source it is the vendor's own. */
export type NewAnswerRow = Omit<AnswerRow, "source"> & Partial<Pick<AnswerRow, "source">>;

/** Writes a revision and makes it the newest answer. */
export async function putAnswer(tx: Tx, row: NewAnswerRow): Promise<void> {
  const stored = { ...row, source: row.source ?? null };
  const { answers, answerRevisions } = tx.t;
  const revision = prepared(tx, "insert_answer_revision", ({ db }, key) => db.insert(answerRevisions).values(placeholders()).prepare(key));
  await revision.execute(stored);
  const { organisationId, assessmentId, questionKey, ...newest } = placeholders();
  const answer = prepared(tx, "put_answer", ({ db }, key) =>
    db
      .insert(answers)
      .values({ organisationId, assessmentId, questionKey, ...newest })
      .onConflictDoUpdate({
        target: [answers.organisationId, answers.assessmentId, answers.questionKey],
        set: excluded(Object.keys(newest), tx),
      })
      .prepare(key),
  );
  await answer.execute(stored);
}

/** `set value = excluded.value` for each column: what was to be inserted. */
function excluded(names: readonly string[], { t: { answers } }: Tx) {
  const columns = answers as unknown as Record<string, { name: string }>;
  return Object.fromEntries(names.map((name) => [name, sql.raw(`excluded.${columns[name]!.name}`)]));
}

/** Files of the vendor attached to each question and not taken back: key -> count. */
export async function countFiles(from: Reader, organisationId: string, assessmentId: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { questionKey } of await listFileUses(from, organisationId, assessmentId)) {
    counts.set(questionKey, (counts.get(questionKey) ?? 0) + 1);
  }
  return counts;
}

/** Which files of the vendor are attached to which question now. What our own people laid beside an answer is theirs alone. */
export async function listFileUses(from: Reader, organisationId: string, assessmentId: string) {
  const { evidenceUses: u, evidence: e } = from.t;
  const query = prepared(from, "file_uses", ({ db }, key) =>
    db
      .select({
        questionKey: u.questionKey,
        id: e.id,
        name: e.fileName,
        bytes: e.bytes,
        kind: e.kind,
        sha256: e.sha256,
        expiresOn: e.expiresOn,
        assessmentId: e.assessmentId,
        uploadedAt: e.uploadedAt,
      })
      .from(u)
      .innerJoin(e, eq(e.id, u.evidenceId))
      .where(
        and(
          eq(u.organisationId, sql.placeholder("organisationId")),
          eq(u.assessmentId, sql.placeholder("assessmentId")),
          isNull(u.removedAt),
          isNull(e.withdrawnAt),
          or(eq(e.givenByVendor, true), and(isNull(e.givenByVendor), isNull(e.uploadedById))),
        ),
      )
      .orderBy(asc(u.questionKey), asc(e.id))
      .prepare(key),
  );
  return await query.execute({ organisationId, assessmentId });
}
