// The rows of a CAIQ workbook. Columns go by their header; cells of a control that are merged over its questions count for each of them.
import { DomainError } from "#app/domain/errors.ts";
import type { CaiqContent, CaiqItem } from "./caiq-content.ts";
import type { Notes } from "./foreign.ts";
import { cleanText } from "./plain-text.ts";
import { cellPlace, findTable, partsLost, type SheetTable, sheetPlace, strangeCells } from "./sheet-table.ts";
import { folded, type Sheet, textAt, type Workbook } from "./workbook.ts";

const headers = {
  id: /^question id$/,
  text: /^(consensus assessments? )?question$/,
  answer: /^csp caiq answer$/,
  ownership: /^ssrm control ownership$/,
  description: /^csp implementation description/,
  customer: /^csc responsibilities/,
  controlId: /^(ccm )?control id$/,
  specification: /^(ccm )?control specification$/,
  controlTitle: /^(ccm )?control title$/,
  domain: /^(ccm )?domain title$/,
};

type Column = keyof typeof headers;

/** What a control has for all its questions: cells merged downward, filled in the first row only. */
const inherited = ["controlId", "specification", "controlTitle", "domain"] as const;

const version = /\bv?\.?(\d+\.\d+(?:\.\d+)?)\b/i;
const speaksOfRights = /©|\(c\)\s|copyright|all rights reserved/i;

export function readCaiqWorkbook(workbook: Workbook, file: string, notes: Notes): CaiqContent {
  const table = caiqTable(workbook, file);
  partsLost(workbook, notes);
  for (const sheet of workbook.sheets)
    if (sheet !== table.sheet)
      notes.lost.push({ where: sheetPlace(sheet), what: `the sheet “${sheet.name.slice(0, 100)}”`, why: "It asks nothing." });
  const above = rowsTexts(table.sheet, 0, table.headerRow);
  const { items, rest } = readRows(table, notes);
  const named = above.find((text) => version.test(text)) ?? table.sheet.name;
  const title = above.find((text) => text.replace(version, "").replace(/[^\p{L}]/gu, "").length > 8);
  return {
    title: title ? cleanText(title.replace(/\s+/g, " ")) : "",
    version: version.exec(named)?.[1],
    notice: noticeIn(workbook, rest),
    items,
  };
}

/** The table of questions; undefined in a workbook that is no CAIQ. */
export function findCaiqTable({ sheets }: Workbook): SheetTable<Column> | undefined {
  const tables = sheets.flatMap((sheet) => findTable<Column>(sheet, headers, ["id", "text"]) ?? []);
  return tables.find(({ sheet }) => folded(sheet.name).includes("caiq")) ?? tables[0];
}

function caiqTable(workbook: Workbook, file: string): SheetTable<Column> {
  const found = findCaiqTable(workbook);
  if (!found)
    throw new DomainError(
      "invalid",
      `${file}: This is no CAIQ workbook: no sheet has the columns “Question ID” and “Question” in its first rows.`,
    );
  return found;
}

function readRows(table: SheetTable<Column>, notes: Notes): { items: CaiqItem[]; rest: string[] } {
  const { sheet, headerRow, columns } = table;
  const known = new Set(Object.values(columns));
  strangeCells(table, headerRow, known, notes);
  for (const name of ["controlId", "specification", "domain"] as const)
    if (columns[name] === undefined)
      notes.warnings.push({
        where: cellPlace(sheet, headerRow),
        message: `No column is called like ${headers[name].source}: it is missed.`,
      });
  if (columns.answer === undefined)
    notes.warnings.push({ where: cellPlace(sheet, headerRow), message: "No column is called “CSP CAIQ Answer”: no answer is taken." });
  const items: CaiqItem[] = [];
  const above: Partial<Record<Column, string>> = {};
  for (let row = headerRow + 1; row < sheet.rows.length; row += 1) {
    const at = (name: Column) => textAt(sheet, row, columns[name]);
    const id = at("id");
    if (/^end of standard$/i.test(id)) return { items, rest: rowsTexts(sheet, row + 1, sheet.rows.length) };
    const text = at("text");
    if (text === "" && speaksOfRights.test(id)) return { items, rest: rowsTexts(sheet, row, sheet.rows.length) };
    // A new control begins where its id stands: what is empty there is empty, not inherited.
    if (at("controlId") !== "") for (const name of inherited) above[name] = at(name);
    else for (const name of inherited) if (at(name) !== "") above[name] = at(name);
    if (id === "" && text === "") {
      strangeCells(table, row, new Set(inherited.flatMap((name) => columns[name] ?? [])), notes);
      continue;
    }
    strangeCells(table, row, known, notes);
    items.push({
      id,
      text,
      controlId: above.controlId ?? "",
      controlTitle: above.controlTitle ?? "",
      specification: above.specification ?? "",
      domain: above.domain ?? "",
      where: cellPlace(sheet, row, columns.id),
      given: {
        answer: { text: at("answer"), where: cellPlace(sheet, row, columns.answer ?? columns.id) },
        explanation: at("description"),
        further: [
          ["Ownership", at("ownership")],
          ["Customer's responsibilities", at("customer")],
        ],
      },
    });
  }
  return { items, rest: [] };
}

const rowsTexts = (sheet: Sheet, from: number, to: number): string[] =>
  sheet.rows.slice(from, to).flatMap((row) => row.flatMap((cell) => cell?.text.trim() || []));

/** What stands below the questions, else the first cell of another sheet that speaks of rights. */
function noticeIn({ sheets }: Workbook, rest: readonly string[]): string | undefined {
  const below = rest.filter((text) => !/^end of standard$/i.test(text));
  if (below.length > 0) return below.join("\n");
  for (const sheet of sheets) {
    const found = rowsTexts(sheet, 0, sheet.rows.length).find((text) => speaksOfRights.test(text));
    if (found !== undefined) return found;
  }
  return undefined;
}
