// The bytes of a workbook (.xlsx) as sheets of cells. What the library gets to see is an archive made anew of the parts that were vetted,
// so that both read the same: nothing else is unpacked, no part is larger than it says, and no XML declares entities.
import { type CellValue, type Sheet as ReadSheet, readXlsx } from "hucre/xlsx";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import type { ReadFile } from "#app/domain/questionnaire/import/foreign.ts";
import { cellName, type Sheet, type SheetCell } from "#app/domain/questionnaire/import/workbook.ts";
import { lastCell, unpackWorkbook } from "./unpack-workbook.server.ts";
import { writeStoredArchive } from "./write-stored-archive.server.ts";

/** As many as a spreadsheet program lets one type. */
const mostCharacters = 32_767;
const mostCharactersInAll = 16 * 1024 * 1024;

export async function readWorkbookFile(bytes: Uint8Array, name: string): Promise<ReadFile> {
  if (bytes[0] === 0xd0)
    throw new DomainError(
      "unsupported_type",
      `${name}: The workbook is protected by a password, or an old .xls. Save it as .xlsx without password.`,
    );
  const { parts, unread } = await unpackWorkbook(bytes, name);
  const archive = writeStoredArchive(parts);
  parts.clear();
  let read: ReadSheet[];
  try {
    read = (await readXlsx(archive, { range: `A1:${lastCell}` })).sheets;
  } catch (cause) {
    if (isDomainError(cause)) throw cause;
    throw new DomainError("invalid", `${name}: The workbook is damaged: ${sentence(cause)}`);
  }
  const budget = { left: mostCharactersInAll };
  const sheets = read.map((sheet) => sheetOf(sheet, name, budget));
  const placeOf: ReadFile["placeOf"] = ([sheet, cell]) =>
    sheet === undefined ? "the workbook" : cell === undefined ? `sheet ${sheet}` : `${sheet}!${cell}`;
  return { name, value: undefined, workbook: { sheets, unread }, lineOf: () => 1, placeOf, doubled: [] };
}

/** The library's reason, on one line and without what a hostile file could put there. */
const sentence = (cause: unknown): string =>
  `${(cause instanceof Error ? cause.message : "").replace(/[^\x20-\x7e]+/g, " ").slice(0, 200) || "it cannot be read"}.`.replace(
    /\.\.$/,
    ".",
  );

function sheetOf(sheet: ReadSheet, file: string, budget: { left: number }): Sheet {
  const rows = sheet.rows.map((row, y) =>
    Array.from(row, (value, x): SheetCell | undefined => {
      const cell = sheet.cells?.get(`${y},${x}`);
      const isFormula = cell?.formula !== undefined || cell?.formulaType !== undefined;
      const text = cell?.type === "error" ? "" : textOf(isFormula ? (cell?.formulaResult ?? value) : value);
      if (text.length > mostCharacters) {
        const place = `${sheet.name.slice(0, 100)}!${cellName(y, x)}`;
        throw new DomainError("too_large", `${file}: ${place} holds more than ${mostCharacters.toLocaleString("en")} characters.`);
      }
      budget.left -= text.length;
      if (budget.left < 0) throw new DomainError("too_large", `${file}: The cells hold more than 16 million characters.`);
      return text === "" && !isFormula ? undefined : { text, isFormula };
    }),
  );
  return { name: sheet.name, isHidden: sheet.hidden === true || sheet.veryHidden === true, rows };
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return "";
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}
