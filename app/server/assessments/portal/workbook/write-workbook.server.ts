// The workbook of an assessment as the bytes of an .xlsx: how to, answers, documents, a sheet per list that is asked for, and two hidden
// sheets, one with the words of the drop-downs, one that says what the workbook belongs to.
import { writeXlsx } from "hucre/xlsx";
import { cellsOf } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { columnMark, metaMark, tableMark, tableRowsMark, workbookFormat } from "#app/domain/assessment/workbook/workbook-layout.ts";
import type { WorkbookQuestion } from "#app/domain/assessment/workbook/workbook-questions.ts";
import { dayWords, instantWords } from "#app/i18n/dates.ts";
import { workbookWords } from "#app/i18n/workbook-words.ts";
import { answersSheet, dayOf } from "./answers-sheet.server.ts";
import { documentsSheet } from "./documents-sheet.server.ts";
import { dropDowns, type Grid, type GridCell, sheetOfGrid, text } from "./sheet-grid.server.ts";
import { spokenIn, type WorkbookFacts } from "./workbook-facts.server.ts";

export async function writeWorkbook(facts: WorkbookFacts): Promise<Uint8Array> {
  const lists = dropDowns("Lists");
  const grids = [
    startSheet(facts),
    answersSheet(facts, lists),
    documentsSheet(facts, lists),
    ...facts.questions.filter(({ question }) => question.type === "table").map((asked) => tableSheet(facts, asked)),
    lists.grid(),
    metaSheet(facts),
  ];
  return writeXlsx({
    sheets: grids.map(sheetOfGrid),
    activeSheet: 0,
    properties: { creator: "Vouchsafe", created: facts.madeAt, modified: facts.madeAt },
  });
}

function startSheet({ language, asker, vendor, service, dueOn, madeAt, timeZone }: WorkbookFacts): Grid {
  const words = workbookWords[language];
  const lines: [string, GridCell["look"]][] = [
    [words.title(service), "title"],
    [words.from(asker, vendor), "plain"],
    ...(dueOn === null ? [] : [[words.due(dayWords(language, dueOn)), "plain"] as [string, GridCell["look"]]]),
    [words.madeOn(instantWords(language, timeZone, madeAt.toISOString())), "muted"],
    ["", "plain"],
    ...words.steps.map((step, n): [string, GridCell["look"]] => [`${n + 1}. ${step}`, "plain"]),
  ];
  return { name: words.sheets.start, rows: lines.map(([line, look]) => [text(line, look)]), widths: [110], validations: [] };
}

const shownRows = 100;

function tableSheet(facts: WorkbookFacts, asked: WorkbookQuestion): Grid {
  const words = workbookWords[facts.language];
  const { columns, maxRows, text: question } = asked.question;
  const { table } = cellsOf(spokenIn(facts, asked), facts.answerOf(asked.key));
  const titles = columns.map(({ label, type, isRequired }) => {
    const notes = [...(isRequired ? [words.required] : []), ...(type === "country" ? [words.country] : [])];
    return text(notes.length === 0 ? label : `${label} (${notes.join(", ")})`, "head");
  });
  const rows = Array.from({ length: Math.max(Math.min(maxRows, shownRows), table.length) }, (_, y) => [
    text("", "mark"),
    ...columns.map(({ id, type }) => cellOf(type, table[y]?.[id] ?? "")),
  ]);
  return {
    name: words.sheets.table(asked.number),
    rows: [
      [text(tableMark, "mark"), ...columns.map(({ id }) => text(columnMark(id), "mark"))],
      [text(asked.key, "mark"), text(`${asked.number} ${question}`, "section")],
      [text(tableRowsMark, "mark"), ...titles],
      ...rows,
    ],
    widths: ["hidden", ...columns.map(() => 32)],
    validations: [],
    frozen: { rows: 3, columns: 0 },
    hasMarks: true,
  };
}

function cellOf(type: string, shown: string): GridCell {
  if (type === "number") return shown === "" ? { look: "askedNumber" } : { value: Number(shown), look: "askedNumber" };
  if (type === "date") return shown === "" ? { look: "askedDay" } : { value: dayOf(shown), look: "askedDay" };
  return text(shown, "asked");
}

function metaSheet({ assessmentId, language, versions }: WorkbookFacts): Grid {
  const facts = [
    [metaMark, workbookFormat],
    ["assessment", assessmentId],
    ["language", language],
    ...versions.map((version) => ["questionnaire", version]),
  ];
  return {
    name: "Vouchsafe",
    rows: facts.map((line) => line.map((each) => text(each, "mark"))),
    widths: [20, 90],
    validations: [],
    isHidden: true,
  };
}
