// The sheets of a workbook as rows of our questions. Only what the hidden names of our layout lead to is looked at; a row that was filled
// in but leads to no question is reported, never guessed.
import { cellName, type Sheet, textAt } from "../../questionnaire/import/workbook.ts";
import { cellText, emptyCells, type WorkbookCells } from "./workbook-cells.ts";
import { answerColumns, columnMark, fileColumns, metaMark, tableMark, tableRowsMark, workbookFormat } from "./workbook-layout.ts";
import type { WorkbookRow } from "./workbook-report.ts";

export interface WorkbookMeta {
  assessmentId: string;
  language: string;
  /** `id version sha256` of each questionnaire. */
  versions: string[];
}

/** One line of the sheet of documents that names a file. */
export interface FileLine {
  /** By id, or by the number somebody typed into a spare row. */
  questionKey: string;
  number: string;
  place: string;
  fileName: string;
  kind: string;
  startsOn: string;
  until: string;
}

export type StrayReason = "no_question" | "twice" | "formula" | "no_revision";

export interface ReadWorkbook {
  meta: WorkbookMeta;
  rows: WorkbookRow[];
  files: FileLine[];
  /** Filled cells that lead to no question. */
  stray: { place: string; text: string; because: StrayReason }[];
}

/** Undefined when it is not a workbook of ours. */
export function readSheets(sheets: readonly Sheet[]): ReadWorkbook | undefined {
  const meta = sheets.map(metaOf).find((found) => found !== undefined);
  const answers = sheets.find((sheet) => marksOf(sheet).has(answerColumns.answer));
  if (!meta || !answers) return undefined;
  const reading: Reading = { rows: new Map(), stray: [] };
  readAnswers(answers, reading);
  for (const sheet of sheets) if (textAt(sheet, 0, 0) === tableMark) readTable(sheet, reading);
  const documents = sheets.find((sheet) => marksOf(sheet).has(fileColumns.file));
  const files = documents ? readDocuments(documents, reading) : [];
  return { meta, rows: [...reading.rows.values()], files, stray: reading.stray };
}

interface Reading {
  rows: Map<string, WorkbookRow>;
  stray: ReadWorkbook["stray"];
}

const mostText = 200;

function metaOf(sheet: Sheet): WorkbookMeta | undefined {
  if (textAt(sheet, 0, 0) !== metaMark || textAt(sheet, 0, 1) !== workbookFormat) return undefined;
  const meta: WorkbookMeta = { assessmentId: "", language: "", versions: [] };
  sheet.rows.forEach((_, y) => {
    const value = textAt(sheet, y, 1);
    if (textAt(sheet, y, 0) === "assessment") meta.assessmentId = value;
    if (textAt(sheet, y, 0) === "language") meta.language = value;
    if (textAt(sheet, y, 0) === "questionnaire") meta.versions.push(value);
  });
  return meta;
}

/** Column of each mark in the first row. */
function marksOf(sheet: Sheet): Map<string, number> {
  const marks = new Map<string, number>();
  (sheet.rows[0] ?? []).forEach((cell, x) => {
    const text = cell?.text.trim() ?? "";
    if (text.startsWith("vs:") && !marks.has(text)) marks.set(text, x);
  });
  return marks;
}

function readAnswers(sheet: Sheet, { rows, stray }: Reading): void {
  const marks = marksOf(sheet);
  const column = (name: keyof typeof answerColumns) => marks.get(answerColumns[name]);
  // Somebody may have sorted the sheet: options are read once all questions are known.
  const isOption = (y: number) => textAt(sheet, y, column("option")) !== "";
  const numbers = Array.from({ length: Math.max(0, sheet.rows.length - 2) }, (_, n) => n + 2);
  for (const y of [...numbers.filter((n) => !isOption(n)), ...numbers.filter(isOption)]) {
    const text = (name: keyof typeof answerColumns) => cellText(textAt(sheet, y, column(name)));
    const place = placeOf(sheet, y, column("answer"));
    const filled = [text("answer"), text("comment"), text("reason")].filter((part) => part !== "");
    const key = text("id");
    const option = text("option");
    const refuse = (because: StrayReason) => {
      if (filled.length > 0) stray.push({ place, text: filled.join("; ").slice(0, mostText), because });
    };
    const isUnsaved = (["answer", "comment", "reason"] as const).some((name) => isUnsavedFormula(sheet, y, column(name)));
    if (isUnsaved) stray.push({ place, text: "", because: "formula" });
    const known = rows.get(key);
    if (key === "") refuse("no_question");
    else if (option !== "") {
      if (!known || known.cells.options[option] !== undefined) refuse(known ? "twice" : "no_question");
      else known.cells.options[option] = text("answer");
    } else if (known) refuse("twice");
    else {
      const revision = text("revision");
      if (!/^\d{1,9}$/.test(revision)) refuse("no_revision");
      else {
        const cells = { ...emptyCells(), answer: text("answer"), comment: text("comment"), reason: text("reason") };
        rows.set(key, { questionKey: key, place, revision: Number(revision), cells });
      }
    }
  }
}

/** A formula without the value it had when the file was saved. */
function isUnsavedFormula(sheet: Sheet, y: number, x: number | undefined): boolean {
  const cell = x === undefined ? undefined : sheet.rows[y]?.[x];
  return cell?.isFormula === true && cell.text.trim() === "";
}

const placeOf = (sheet: Sheet, y: number, x = 0): string => `${sheet.name.slice(0, 40)}!${cellName(y, x)}`;

function readTable(sheet: Sheet, { rows, stray }: Reading): void {
  const key = textAt(sheet, 1, 0);
  const row = rows.get(key);
  const first = sheet.rows.findIndex((_, y) => textAt(sheet, y, 0) === tableRowsMark) + 1;
  const table: WorkbookCells["table"] = [];
  const columns = [...marksOf(sheet)].filter(([mark]) => mark.startsWith(columnMark("")));
  for (let y = Math.max(first, 2); y < sheet.rows.length; y += 1) {
    const texts = columns.map(([mark, x]) => [mark.slice(columnMark("").length), cellText(textAt(sheet, y, x))] as const);
    const filled = texts.filter(([, text]) => text !== "");
    if (filled.length > 0) table.push(Object.fromEntries(filled));
  }
  if (table.length === 0) return;
  if (!row)
    stray.push({ place: placeOf(sheet, first), text: Object.values(table[0]!).join("; ").slice(0, mostText), because: "no_question" });
  else if (row.cells.table.length > 0) stray.push({ place: placeOf(sheet, first), text: "", because: "twice" });
  else row.cells.table.push(...table);
}

function readDocuments(sheet: Sheet, { rows, stray }: Reading): FileLine[] {
  const marks = marksOf(sheet);
  const column = (name: keyof typeof fileColumns) => marks.get(fileColumns[name]);
  const files: FileLine[] = [];
  for (let y = 2; y < sheet.rows.length; y += 1) {
    const text = (name: keyof typeof fileColumns) => cellText(textAt(sheet, y, column(name)));
    const questionKey = text("id");
    const place = placeOf(sheet, y, column("file"));
    const [covered, page, later] = [text("covered"), text("page"), text("later")];
    const row = rows.get(questionKey);
    if (row && row.cells.covered === "" && row.cells.later === "") Object.assign(row.cells, { covered, page, later });
    else if (covered !== "" || later !== "") stray.push({ place, text: covered || later, because: row ? "twice" : "no_question" });
    const fileName = text("file");
    if (fileName === "") continue;
    const number = text("number");
    files.push({ questionKey, number, place, fileName, kind: text("kind"), startsOn: text("startsOn"), until: text("until") });
  }
  return files;
}
