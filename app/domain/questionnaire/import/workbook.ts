// A spreadsheet as the importers see it: sheets of rows of cells, each with the value that stands in the file. Nothing is computed:
// a formula has the value it had when the file was saved, or none.
import { DomainError } from "#app/domain/errors.ts";

export interface SheetCell {
  text: string;
  /** Its value comes from a formula; `text` is what it was when the file was saved. */
  isFormula: boolean;
}

export interface Sheet {
  name: string;
  isHidden: boolean;
  /** By row, then by column, both from 0; nothing where the cell is empty. */
  rows: readonly (readonly (SheetCell | undefined)[])[];
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** Names of the parts of the file that hold something else than cells. */
  unread: readonly string[];
}

/** The name of a cell, both numbers from 0: `A1`. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let n = column; n >= 0; n = Math.floor(n / 26) - 1) letters = String.fromCharCode(65 + (n % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** The text of a cell, trimmed; empty when there is none. */
export const textAt = (sheet: Sheet, row: number, column: number | undefined): string =>
  column === undefined ? "" : (sheet.rows[row]?.[column]?.text.trim() ?? "");

/** White space folded, lower case: headers and names of sheets are compared so. */
export const folded = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

export const noWorkbook = (file: string): DomainError =>
  new DomainError("invalid", `${file}: This is no Excel workbook (.xlsx). Save it as one.`);
