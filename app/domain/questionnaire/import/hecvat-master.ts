// The master list of a HECVAT workbook: a row per question with its wording, guidance, good answer and weight.
import { DomainError } from "#app/domain/errors.ts";
import type { Notes, Where } from "./foreign.ts";
import { asNumber } from "./foreign-values.ts";
import { codeOf } from "./given-answers.ts";
import { cellPlace, findTable, type SheetTable, strangeCells } from "./sheet-table.ts";
import { cellName, folded, type Sheet, textAt, type Workbook } from "./workbook.ts";

const headers = {
  id: /^(new )?id$/,
  text: /^question$/,
  ifThen: /^if ?\/ ?then/,
  standard: /^standard guidance$/,
  no: /^no guidance$/,
  yes: /^yes guidance$/,
  na: /^n\/?a guidance$/,
  reason: /^reason/,
  followUp: /^follow-? ?up/,
  good: /^compliant response$/,
  importance: /^default importance$/,
  weight: /^default weight$/,
};

type Column = keyof typeof headers;

/** Rows whose first cell is no such id are headings or remarks. */
const isQuestionId = /^[A-Za-z]{2,10}-\d{1,4}[A-Za-z]?$/;

const weightOf: Record<string, number> = { critical: 20, standard: 10, minor: 5 };

export interface HecvatRow {
  id: string;
  text: string;
  guidance: (readonly [label: string, text: string])[];
  hasYesOrNoGuidance: boolean;
  reason: string;
  /** The answer that meets what is asked; none where nothing is scored. */
  good: "yes" | "no" | undefined;
  weight: number;
  where: Where;
}

export interface HecvatMaster {
  sheet: Sheet;
  rows: readonly HecvatRow[];
  ids: ReadonlySet<string>;
}

export function readMaster({ sheets }: Workbook, file: string, notes: Notes): HecvatMaster {
  const tables = sheets.flatMap((sheet) => findTable<Column>(sheet, headers, ["id", "text", "good"]) ?? []);
  const table = tables.find(({ sheet }) => folded(sheet.name) === "questions") ?? tables[0];
  if (!table) {
    const sentence = "This is no HECVAT 4 workbook: no sheet has the columns “New ID”, “Question” and “Compliant Response”.";
    throw new DomainError("invalid", `${file}: ${sentence} They stand in the hidden sheet “Questions”.`);
  }
  const known = columnsLost(table, notes);
  const rows: HecvatRow[] = [];
  const ids = new Set<string>();
  for (let row = table.headerRow + 1; row < table.sheet.rows.length; row += 1) {
    const id = textAt(table.sheet, row, table.columns.id);
    const where = cellPlace(table.sheet, row, table.columns.id);
    if (!isQuestionId.test(id)) {
      strangeCells(table, row, new Set(), notes);
      continue;
    }
    strangeCells(table, row, known, notes);
    if (ids.has(id)) notes.warnings.push({ where, message: `The id “${id.slice(0, 100)}” stands twice: the second got another one.` });
    ids.add(id);
    rows.push(readRow(table, row, id, where, notes));
  }
  if (rows.length === 0) throw new DomainError("invalid", `${file}: The sheet “${table.sheet.name}” lists no question.`);
  return { sheet: table.sheet, rows, ids };
}

/** Columns that have a header, but no place, are noted once. */
function columnsLost({ sheet, headerRow, columns }: SheetTable<Column>, notes: Notes): Set<number> {
  const known = new Set(Object.values(columns));
  (sheet.rows[headerRow] ?? []).forEach((_, column) => {
    const title = textAt(sheet, headerRow, column);
    if (title === "" || known.has(column)) return;
    known.add(column);
    const what = `the column “${title.slice(0, 100)}”`;
    notes.lost.push({ where: cellPlace(sheet, headerRow, column), what, why: "It steers the workbook's own sheets and scores." });
  });
  return known;
}

function readRow({ sheet, columns }: SheetTable<Column>, row: number, id: string, where: Where, notes: Notes): HecvatRow {
  const at = (name: Column) => textAt(sheet, row, columns[name]);
  const place = (name: Column) => cellPlace(sheet, row, columns[name]);
  const missing = (["text", "standard", "good"] as const).find(
    (name) => sheet.rows[row]?.[columns[name] ?? -1]?.isFormula && at(name) === "",
  );
  if (missing !== undefined) {
    const message = `The formula in ${cellName(row, columns[missing]!)} has no saved value, and formulas are not computed: open and save the file once.`;
    notes.warnings.push({ where, message });
  }
  if (at("ifThen") !== "")
    notes.lost.push({
      where: place("ifThen"),
      what: `the condition “${at("ifThen").slice(0, 200)}”`,
      why: "It is in words: set “when” of the question.",
    });
  const named = at("good");
  const code = codeOf(named);
  const good = code === "na" ? undefined : code;
  if (named !== "" && code === undefined && !/^(-|none|not scored)$/i.test(named)) {
    const message = `“${named.slice(0, 100)}” is no good answer we know: “${id.slice(0, 60)}” is not scored.`;
    notes.warnings.push({ where: place("good"), message });
  }
  return {
    id,
    text: at("text"),
    guidance: (
      [
        ["", at("standard")],
        ["If yes", at("yes")],
        ["If no", at("no")],
        ["If not applicable", at("na")],
        ["Follow-up", at("followUp")],
      ] as const
    ).filter(([, text]) => text !== ""),
    hasYesOrNoGuidance: at("yes") !== "" || at("no") !== "",
    reason: at("reason"),
    good,
    weight: good === undefined ? 1 : weightIn(at("weight"), at("importance"), () => place("weight"), notes),
    where,
  };
}

function weightIn(weight: string, importance: string, where: () => Where, notes: Notes): number {
  const number = asNumber(weight);
  if (number !== undefined && Number.isInteger(number) && number >= 1 && number <= 1000) return number;
  const named = importance.toLowerCase().split(" ")[0]!;
  const known = Object.hasOwn(weightOf, named) ? weightOf[named] : undefined;
  const message = `“${weight.slice(0, 40)}” is no weight of 1 to 1000: ${known ?? 1} is taken.`;
  notes.warnings.push({ where: where(), message });
  return known ?? 1;
}
