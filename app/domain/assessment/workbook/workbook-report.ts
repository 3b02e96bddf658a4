// What saving a workbook would do, row by row, before anything is saved: the rules of an answer given online, and one more. A workbook
// that is older than an answer never overwrites it by itself; whoever saves chooses, row by row.
import type { Day } from "../../monitoring/calendar-days.ts";
import { type AnswerField, type AnswerInput, isSameAnswer, readAnswer } from "../answer-input.ts";
import type { AssessmentForm } from "../assessment-form.ts";
import type { StoredAnswer, VendorState } from "../vendor-state.ts";
import { isEmptyRow, isUntouched, mergeCells, type WorkbookProblem } from "./merge-cells.ts";
import { cellsOf, type Spoken, type WorkbookCells } from "./workbook-cells.ts";

/** One question as it stands in the file. */
export interface WorkbookRow {
  readonly questionKey: string;
  /** Sheet and cell, for people: `Answers!C12`. */
  readonly place: string;
  /** The revision the row was made from; 0 where there was no answer. */
  readonly revision: number;
  readonly cells: WorkbookCells;
}

export interface StoredRevision extends StoredAnswer {
  readonly revision: number;
}

export type RowFate =
  | { readonly is: "empty" | "same" | "not_asked" | "fixed" }
  | { readonly is: "save"; readonly answer: AnswerInput }
  /** Answered online since the workbook was made. */
  | { readonly is: "newer"; readonly answer: AnswerInput; readonly takesWorkbook: boolean }
  | { readonly is: "invalid"; readonly field: AnswerField; readonly problem: WorkbookProblem };

export interface JudgedRow {
  readonly row: WorkbookRow;
  readonly fate: RowFate;
}

export interface Judging {
  readonly form: AssessmentForm;
  /** The question in the languages a cell may speak, the workbook's own first. */
  readonly spoken: (index: number) => readonly [Spoken, ...Spoken[]];
  readonly today: Day;
  readonly current: ReadonlyMap<string, StoredRevision>;
  /** An older revision of an answer. */
  readonly revisionOf: (questionKey: string, revision: number) => AnswerInput | undefined;
  /** The vendor's state with these answers. */
  readonly stateWith: (answers: Iterable<StoredAnswer>) => VendorState;
  /** Questions whose newer answer gives way to the workbook's. */
  readonly takes: ReadonlySet<string>;
  /** Whether the stored answer is not the reader's to change. */
  readonly isFixed: (questionKey: string) => boolean;
}

/** Rows of questions the form does not have must be left out before. */
export function judgeRows(rows: readonly WorkbookRow[], judging: Judging): JudgedRow[] {
  const judged = rows.map((row) => ({ row, fate: fateOf(row, judging) }));
  const after = new Map<string, StoredAnswer>(judging.current);
  for (const { row, fate } of judged) if (isWritten(fate)) after.set(row.questionKey, { questionKey: row.questionKey, ...fate.answer });
  const { state } = judging.stateWith(after.values());
  return judged.map(({ row, fate }) => {
    const isAsked = state.visible[judging.form.indexOf.get(row.questionKey)!] === 1;
    return { row, fate: isAsked || fate.is === "empty" || fate.is === "same" || fate.is === "fixed" ? fate : { is: "not_asked" } };
  });
}

/** Whether saving writes the row. */
export const isWritten = (fate: RowFate): fate is Extract<RowFate, { answer: AnswerInput }> =>
  fate.is === "save" || (fate.is === "newer" && fate.takesWorkbook);

function fateOf(row: WorkbookRow, { form, spoken, today, current, revisionOf, takes, isFixed }: Judging): RowFate {
  const { questionKey, cells, revision } = row;
  const languages = spoken(form.indexOf.get(questionKey)!);
  if (isEmptyRow(cells)) return { is: "empty" };
  const stored = current.get(questionKey);
  const isOlder = stored !== undefined && stored.revision !== revision;
  const base = isOlder ? revisionOf(questionKey, revision) : stored;
  if (isUntouched(cells, cellsOf(languages[0], base))) return { is: "same" };
  if (isFixed(questionKey)) return { is: "fixed" };
  const merged = mergeCells(languages, cells, base, stored);
  if (!merged.ok) return { is: "invalid", field: merged.field, problem: merged.problem };
  const read = readAnswer(languages[0].question, merged.raw, today);
  if (!read.ok) return { is: "invalid", field: read.field, problem: read.problem };
  if (isSameAnswer(read.answer, stored ?? { value: null, comment: "", reason: "", instead: null })) return { is: "same" };
  if (!isOlder) return { is: "save", answer: read.answer };
  return { is: "newer", answer: read.answer, takesWorkbook: takes.has(questionKey) };
}
