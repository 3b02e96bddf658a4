// A workbook that was read, judged against what is stored now: the report of its page, and what saving it writes.

import { takenFrom } from "#app/domain/assessment/answer-source.ts";
import type { AssessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { type StoredAnswer, type VendorState, vendorState } from "#app/domain/assessment/vendor-state.ts";
import type { Spoken } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { isWritten, type JudgedRow, judgeRows, type StoredRevision } from "#app/domain/assessment/workbook/workbook-report.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import { type Language, languages } from "#app/domain/questionnaire/questionnaire.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { todayIn } from "../../../platform/organisation.queries.server.ts";
import type { Portal } from "../../../platform/portal.server.ts";
import type { Reader } from "../../../platform/store.server.ts";
import { formOf } from "../../../questionnaires/questionnaire-versions.queries.server.ts";
import { type AnswerRow, listAnswers, listRevisions } from "../../answers.queries.server.ts";
import { listFileUses } from "../../answers.repo.server.ts";
import type { AssessmentRow } from "../../assessments.queries.server.ts";
import { vendorQuestions } from "../vendor-questions.server.ts";
import type { UploadContent } from "./upload-content.server.ts";

/** Each question in all languages, `language` first: a cell may speak any of them. */
export function spokenBy(form: AssessmentForm, language: Language): (index: number) => readonly [Spoken, ...Spoken[]] {
  const speak = (each: Language, index: number): Spoken => ({
    question: vendorQuestions(form, each)[index]!,
    words: workbookWords[each].cells,
  });
  const others = languages.filter((each) => each !== language);
  return (index) => [speak(language, index), ...others.map((each) => speak(each, index))];
}

/** An answer as it stands, and whose it is. */
export interface Standing extends StoredRevision {
  /** Empty for an answer given for another service: by whom is not told. */
  by: string;
  at: Date;
  /** Not to be changed by whoever uploads. */
  isFixed: boolean;
}

export interface JudgedWorkbook {
  form: AssessmentForm;
  standing: ReadonlyMap<string, Standing>;
  rows: JudgedRow[];
  /** With the answers that would be saved. */
  after: VendorState;
  /** Whether this file is attached to this question already. */
  isAttached(questionKey: string, sha256: string): boolean;
}

/** `takes`: questions whose newer answer gives way to the workbook's. `standing`: where others than the vendor's answers stand, too. */
export async function judgeWorkbook(
  portal: Portal,
  from: Reader,
  assessment: AssessmentRow,
  { language, rows, files }: UploadContent,
  takes: ReadonlySet<string>,
  now: Date,
  standing?: ReadonlyMap<string, Standing>,
): Promise<JudgedWorkbook> {
  const { organisationId, id } = assessment;
  const form = await formOf(portal, from, organisationId, id);
  const current = standing ?? new Map((await listAnswers(from, organisationId, id)).map((row) => [row.questionKey, standingOf(row)]));
  const isOld = rows.some(({ questionKey, revision }) => (current.get(questionKey)?.revision ?? revision) !== revision);
  const older = isOld ? await listRevisions(from, organisationId, id) : [];
  const uses = await listFileUses(from, organisationId, id);
  const today = await todayIn(from, organisationId, now);
  const isAttached = (questionKey: string, sha256: string) => uses.some((use) => use.questionKey === questionKey && use.sha256 === sha256);
  // A document that comes along answers its question as one attached before.
  const coming = files.flatMap(({ questionKey, fate }) =>
    fate.is === "waits" && !isAttached(questionKey, fate.file.sha256) ? [questionKey] : [],
  );
  const counted = new Map<string, number>();
  for (const key of [...uses.map(({ questionKey }) => questionKey), ...coming]) counted.set(key, (counted.get(key) ?? 0) + 1);
  const stateWith = (answers: Iterable<StoredAnswer>) =>
    vendorState(form, assessment.facts as KnownFacts, answers, (key) => counted.get(key) ?? 0);
  const judged = judgeRows(rows, {
    form,
    spoken: spokenBy(form, language),
    today,
    current,
    revisionOf: (questionKey, revision) => older.find((row) => row.questionKey === questionKey && row.revision === revision),
    stateWith,
    takes,
    isFixed: (questionKey) => current.get(questionKey)?.isFixed === true,
  });
  const answers = new Map<string, StoredAnswer>(current);
  for (const { row, fate } of judged) if (isWritten(fate)) answers.set(row.questionKey, { questionKey: row.questionKey, ...fate.answer });
  return { form, standing: current, rows: judged, after: stateWith(answers.values()), isAttached };
}

const standingOf = (row: AnswerRow): Standing => ({ ...row, by: takenFrom(row) ? "" : row.givenBy, at: row.givenAt, isFixed: false });
