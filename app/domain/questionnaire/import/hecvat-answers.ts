// The sheets of a HECVAT workbook that vendors fill: a row per question, id, question, answer, additional information. The question is
// a formula there, and not read. Rows without an id above a group of questions name the group.
import type { Notes } from "./foreign.ts";
import { codeOf, type GivenCells } from "./given-answers.ts";
import type { HecvatMaster } from "./hecvat-master.ts";
import { cellPlace, sheetPlace } from "./sheet-table.ts";
import { folded, type Sheet, textAt, type Workbook } from "./workbook.ts";

export interface AnswerSheets {
  answers: ReadonlyMap<string, Omit<GivenCells, "question">>;
  /** Name of a group, by the letters its ids begin with. */
  titles: ReadonlyMap<string, string>;
}

/** Headings of the column of ids. */
const isHeading = /^(new )?(id|questions?)$/i;
const looksLikeId = /^[A-Z]{2,6}-\d{1,3}$/;
const mostTitle = 120;
const namesNothing = "It neither names a group of questions nor answers one.";
/** Where answers stand when no header says so. */
const usual = { answer: 2, information: 3 };

export function readAnswerSheets({ sheets }: Workbook, master: HecvatMaster, notes: Notes): AnswerSheets {
  const answers = new Map<string, Omit<GivenCells, "question">>();
  const titles = new Map<string, string>();
  for (const sheet of sheets) {
    if (sheet === master.sheet) continue;
    const isFilled = !sheet.isHidden && !/evaluation|analyst|reference|scor/.test(folded(sheet.name));
    const found = isFilled ? readSheet(sheet, master, answers, titles, notes) : 0;
    if (found > 0) continue;
    const why = isFilled
      ? "No row begins with the id of a question."
      : "It holds the evaluation of others, or is hidden; answers are read from the sheets vendors fill.";
    notes.lost.push({ where: sheetPlace(sheet), what: `the sheet “${sheet.name.slice(0, 100)}”`, why });
  }
  return { answers, titles };
}

/** Returns how many questions stand in the sheet. */
function readSheet(
  sheet: Sheet,
  { ids }: HecvatMaster,
  answers: Map<string, Omit<GivenCells, "question">>,
  titles: Map<string, string>,
  notes: Notes,
): number {
  let count = 0;
  let columns = usual;
  let title: { text: string; row: number } | undefined;
  const passOver = () => {
    if (title) notes.lost.push({ where: cellPlace(sheet, title.row), what: `“${title.text.slice(0, 100)}”`, why: namesNothing });
    title = undefined;
  };
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const renamed = headerIn(sheet, row);
    columns = renamed ?? columns;
    const id = textAt(sheet, row, 0);
    if (!ids.has(id)) {
      if (looksLikeId.test(id))
        notes.lost.push({ where: cellPlace(sheet, row), what: `the row of “${id}”`, why: "The list of questions does not hold this id." });
      else if (id !== "" && !isHeading.test(id)) {
        passOver();
        title = { text: id, row };
      }
      if (!renamed) typedCells(sheet, row, new Set([0]), notes);
      continue;
    }
    count += 1;
    const prefix = id.replace(/-.*$/s, "");
    if (title && title.text.length <= mostTitle && !titles.has(prefix)) titles.set(prefix, title.text);
    if (title && titles.get(prefix) === title.text) title = undefined;
    passOver();
    const answer = answerIn(sheet, row, columns.answer, notes);
    const explanation = typed(sheet, row, columns.information);
    typedCells(sheet, row, new Set([0, 1, columns.answer, columns.information]), notes);
    const where = cellPlace(sheet, row, columns.answer);
    if (answer === "" && explanation === "") continue;
    if (answers.has(id)) {
      const first = answers.get(id)!;
      if (first.answer.text === answer && first.explanation === explanation) continue;
      notes.lost.push({ where, what: `a second answer to “${id}”: “${answer.slice(0, 100)}”`, why: "The first one counts." });
    } else answers.set(id, { answer: { text: answer, where }, explanation, further: [] });
  }
  if (count > 0) passOver();
  return count;
}

function headerIn(sheet: Sheet, row: number): typeof usual | undefined {
  const titles = (sheet.rows[row] ?? []).map((cell) => folded(cell?.text ?? ""));
  const answer = titles.findIndex((title) => /^(vendor )?(answers?|response)$/.test(title));
  if (answer < 1) return undefined;
  const information = titles.findIndex((title) => /^additional info/.test(title));
  return { answer, information: information < 0 ? answer + 1 : information };
}

/** An answer; one that a formula gives counts as it was saved, if it is one at all. */
function answerIn(sheet: Sheet, row: number, column: number, notes: Notes): string {
  const text = textAt(sheet, row, column);
  if (text === "" || !sheet.rows[row]?.[column]?.isFormula) return text;
  const where = cellPlace(sheet, row, column);
  if (codeOf(text) === undefined) {
    notes.lost.push({ where, what: `“${text.slice(0, 100)}”`, why: "A formula gives it, and it is neither yes, no nor not applicable." });
    return "";
  }
  notes.warnings.push({ where, message: `A formula gives the answer: “${text}”, as it was saved last, is taken.` });
  return text;
}

/** What somebody typed: what a formula shows is the workbook's own. */
const typed = (sheet: Sheet, row: number, column: number): string =>
  sheet.rows[row]?.[column]?.isFormula ? "" : textAt(sheet, row, column);

function typedCells(sheet: Sheet, row: number, known: ReadonlySet<number>, notes: Notes): void {
  (sheet.rows[row] ?? []).forEach((_, column) => {
    const text = typed(sheet, row, column);
    if (text === "" || known.has(column)) return;
    notes.lost.push({ where: cellPlace(sheet, row, column), what: `“${text.slice(0, 100)}”`, why: "It answers no question." });
  });
}
