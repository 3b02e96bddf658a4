// A table within a sheet: its header row is found by what stands in it, columns go by their header, and what stands beside the columns
// an importer knows is noted as lost, cell by cell.
import type { Notes, Where } from "./foreign.ts";
import { cellName, folded, type Sheet, textAt, type Workbook } from "./workbook.ts";

/** Header rows stand near the top. */
const mostRowsAbove = 30;

export interface SheetTable<Name extends string> {
  sheet: Sheet;
  headerRow: number;
  columns: Partial<Record<Name, number>>;
}

/** How a header begins or what it is, by the name we give the column. The first fitting column counts. */
export type Headers<Name extends string> = Record<Name, RegExp>;

/** The first row that has all needed columns. */
export function findTable<Name extends string>(
  sheet: Sheet,
  headers: Headers<Name>,
  needed: readonly Name[],
): SheetTable<Name> | undefined {
  for (let row = 0; row < Math.min(sheet.rows.length, mostRowsAbove); row += 1) {
    const titles = (sheet.rows[row] ?? []).map((cell) => folded(cell?.text ?? ""));
    const columns: Partial<Record<Name, number>> = {};
    for (const name of Object.keys(headers) as Name[]) {
      const at = titles.findIndex((title) => headers[name].test(title));
      if (at >= 0) columns[name] = at;
    }
    if (needed.every((name) => columns[name] !== undefined)) return { sheet, headerRow: row, columns };
  }
  return undefined;
}

export const cellPlace = (sheet: Sheet, row: number, column = 0): Where => ({ file: 0, path: [sheet.name, cellName(row, column)] });

export const sheetPlace = (sheet: Sheet): Where => ({ file: 0, path: [sheet.name] });

/** Notes every cell of a row outside the known columns. */
export function strangeCells({ sheet }: { sheet: Sheet }, row: number, known: ReadonlySet<number>, notes: Notes): void {
  const why = known.size > 0 ? "The column is not known." : "It stands in a row without a question.";
  (sheet.rows[row] ?? []).forEach((_, column) => {
    const text = textAt(sheet, row, column);
    if (text === "" || known.has(column)) return;
    notes.lost.push({ where: cellPlace(sheet, row, column), what: `“${text.slice(0, 100)}”`, why });
  });
}

/** Notes parts of the file that hold pictures, comments and the like. */
export function partsLost({ unread }: Workbook, notes: Notes): void {
  for (const name of unread)
    notes.lost.push({ where: { file: 0, path: [] }, what: `the part ${name.slice(0, 200)}`, why: "Only cells are read." });
}
