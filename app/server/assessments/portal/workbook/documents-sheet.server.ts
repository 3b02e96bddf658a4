// The sheet of documents: for each question that asks for one, which would prove it, and where its file, date or substitute is named.
import { cellsOf } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { fileColumns } from "#app/domain/assessment/workbook/workbook-layout.ts";
import type { WorkbookQuestion } from "#app/domain/assessment/workbook/workbook-questions.ts";
import { type WorkbookWords, workbookWords } from "#app/i18n/workbook-words.ts";
import { alsoFrom, dayOf, onlyFrom } from "./answers-sheet.server.ts";
import { at, type DropDowns, type Grid, type GridCell, text } from "./sheet-grid.server.ts";
import { spokenIn, type WorkbookFacts, whenWords } from "./workbook-facts.server.ts";

const spareRows = 15;

export function documentsSheet(facts: WorkbookFacts, lists: DropDowns): Grid {
  const words = workbookWords[facts.language];
  const { columns } = words;
  const head = [
    columns.number,
    columns.question,
    columns.wanted,
    columns.attached,
    columns.file,
    columns.kind,
    columns.startsOn,
    columns.until,
    columns.covered,
    columns.page,
    columns.later,
    "",
  ];
  const { number, question, wanted, file, kind, startsOn, until, covered, page, later, id } = fileColumns;
  const marks = [number, question, wanted, "", file, kind, startsOn, until, covered, page, later, id];
  const grid: Grid = {
    name: words.sheets.documents,
    rows: [marks.map((mark) => text(mark, "mark")), head.map((title) => text(title, "head"))],
    widths: [6, 44, 44, 26, 34, 34, 16, 16, 30, 16, 16, "hidden"],
    validations: [],
    frozen: { rows: 2, columns: 2 },
    hasMarks: true,
  };
  const proved = facts.questions.filter(({ proofWhen }) => proofWhen !== "never");
  for (const asked of proved) addDocument(grid, facts, asked, lists);
  if (proved.length === 0) return grid;
  grid.rows.push([text("", "section"), text(words.spare, "section"), ...head.slice(2, -1).map(() => text("", "section"))]);
  const numbers = lists.rangeOf(proved.map((asked) => asked.number));
  const kinds = lists.rangeOf([...new Set(proved.flatMap(({ question: { evidence } }) => evidence!.kinds.map(({ label }) => label)))]);
  for (let n = 0; n < spareRows; n += 1) {
    const y = grid.rows.length;
    grid.validations.push(onlyFrom(numbers, at(y, 0), words.onlyFromList), alsoFrom(kinds, at(y, 5)));
    grid.rows.push([
      blank("asked"),
      ...[0, 0, 0].map(() => blank("told")),
      blank("asked"),
      blank("asked"),
      blank("askedDay"),
      blank("askedDay"),
    ]);
  }
  return grid;
}

const blank = (look: GridCell["look"]): GridCell => ({ look });

function addDocument(grid: Grid, facts: WorkbookFacts, asked: WorkbookQuestion, lists: DropDowns): void {
  const words = workbookWords[facts.language];
  const { key, number, question } = asked;
  const { kinds } = question.evidence!;
  const { covered, page, later } = cellsOf(spokenIn(facts, asked), facts.answerOf(key));
  const y = grid.rows.length;
  if (kinds.length > 0) {
    grid.validations.push(onlyFrom(lists.rangeOf(kinds.map(({ label }) => label)), at(y, 5), words.onlyFromList));
  }
  grid.rows.push([
    text(number, "told"),
    text(question.text, "told"),
    text(wantedWords(facts, asked, words), "told"),
    text(facts.filesOf(key).join("\n"), "told"),
    blank("asked"),
    text(kinds.length === 1 ? kinds[0]!.label : "", "asked"),
    blank("askedDay"),
    blank("askedDay"),
    text(covered, "asked"),
    text(page, "asked"),
    later === "" ? blank("askedDay") : { value: dayOf(later), look: "askedDay" },
    text(key, "mark"),
  ]);
}

function wantedWords(facts: WorkbookFacts, asked: WorkbookQuestion, words: WorkbookWords): string {
  const { kinds, min, maxAgeDays } = asked.question.evidence!;
  const { proofWhen } = asked;
  return [
    proofWhen === null || proofWhen === "never" ? words.proofAlways : words.proofWhen(whenWords(facts, asked, proofWhen)),
    ...kinds.map(({ label, hint }) => `• ${label}${hint === null ? "" : `: ${hint}`}`),
    ...(min > 1 ? [words.pieces(min)] : []),
    ...(maxAgeDays === null ? [] : [words.maxAge(maxAgeDays)]),
  ].join("\n");
}
