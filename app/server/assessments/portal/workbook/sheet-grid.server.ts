// A sheet built row by row: values, looks and drop-downs. Texts go in as texts and never become formulas, whatever they begin with; cells
// for texts have the format "text", so that a spreadsheet program keeps them so while they are edited.
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from "hucre/xlsx";
import { cellText } from "#app/domain/assessment/workbook/workbook-cells.ts";
import { cellName } from "#app/domain/questionnaire/import/workbook.ts";

export type Look = "mark" | "head" | "section" | "told" | "asked" | "askedNumber" | "askedDay" | "plain" | "title" | "muted";

const wrapped = { wrapText: true, vertical: "top" } as const;
const line = { style: "thin", color: { rgb: "CBD5E1" } } as const;
const framed = { top: line, bottom: line, left: line, right: line };
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;

/** Named everywhere: programs put a font of their own where none is named. */
const font = { name: "Calibri", size: 11 };

const looks: Record<Look, CellStyle> = {
  mark: { numFmt: "@", font },
  head: { numFmt: "@", font: { ...font, bold: true, color: { rgb: "FFFFFF" } }, fill: fill("3730A3"), alignment: wrapped },
  section: { numFmt: "@", font: { ...font, bold: true }, fill: fill("E0E7FF") },
  told: { numFmt: "@", font, fill: fill("F1F5F9"), alignment: wrapped, border: framed },
  asked: { numFmt: "@", font, alignment: wrapped, border: framed },
  askedNumber: { font, alignment: { ...wrapped, horizontal: "left" }, border: framed },
  askedDay: { numFmt: "yyyy-mm-dd", font, alignment: { ...wrapped, horizontal: "left" }, border: framed },
  plain: { numFmt: "@", font, alignment: wrapped },
  title: { numFmt: "@", font: { ...font, bold: true, size: 16 } },
  muted: { numFmt: "@", font: { ...font, color: { rgb: "475569" } }, alignment: wrapped },
};

/** Looks whose text stays on one line. */
const unwrapped: readonly Look[] = ["mark", "section", "title"];
const lineHeight = 15;
/** As high as a spreadsheet program lets a row be. */
const mostHeight = 405;

/** Programs do not agree on who fits rows to wrapped text, so each row says how high it is. */
function heightOf(row: Grid["rows"][number], widths: Grid["widths"]): number {
  const lines = row.map((cell, x) => {
    const width = widths[x];
    if (typeof cell?.value !== "string" || typeof width !== "number" || unwrapped.includes(cell.look)) return 1;
    return cell.value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.95))), 0);
  });
  const isTitle = row.some((cell) => cell?.look === "title");
  return Math.min(mostHeight, isTitle ? 24 : Math.max(1, ...lines) * lineHeight + 2);
}

export interface GridCell {
  value?: string | number | Date | null;
  look: Look;
}

export interface Grid {
  name: string;
  rows: (GridCell | undefined)[][];
  widths: (number | "hidden")[];
  validations: DataValidation[];
  frozen?: { rows: number; columns: number };
  isHidden?: boolean;
  /** The first row holds marks for whoever reads the file, not for people. */
  hasMarks?: boolean;
}

/** As many characters as a spreadsheet program lets one cell have. */
const mostCharacters = 32_767;

export const text = (value: string, look: Look): GridCell => ({ value: cellText(value).slice(0, mostCharacters), look });

/** A range of one cell, for a drop-down. */
export const at = (row: number, column: number): string => cellName(row, column);

export function sheetOfGrid({ name, rows, widths, validations, frozen, isHidden, hasMarks }: Grid): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const values: CellValue[][] = rows.map((row, y) =>
    Array.from(row, (cell, x) => {
      if (!cell) return null;
      const value = cell.value === "" ? null : (cell.value ?? null);
      cells.set(`${y},${x}`, { value, style: looks[cell.look] });
      return value;
    }),
  );
  return {
    name,
    rows: values,
    cells,
    columns: widths.map((width) => (width === "hidden" ? { hidden: true, width: 8 } : { width })),
    dataValidations: validations,
    ...(frozen ? { freezePane: frozen } : {}),
    ...(isHidden ? { hidden: true } : {}),
    rowDefs: new Map(rows.map((row, y) => [y, hasMarks && y === 0 ? { hidden: true } : { height: heightOf(row, widths) }])),
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** The hidden sheet the drop-downs take their words from: lists of any length and wording, each once. */
export function dropDowns(sheetName: string) {
  const columns: string[][] = [[]];
  const known = new Map<string, string>();
  const mostRows = 4000;
  return {
    /** The range of a list with these words. */
    rangeOf(words: readonly string[]): string {
      const key = JSON.stringify(words);
      const found = known.get(key);
      if (found) return found;
      if (columns.at(-1)!.length + words.length > mostRows) columns.push([]);
      const column = columns.at(-1)!;
      const letter = cellName(0, columns.length - 1).slice(0, -1);
      const range = `${sheetName}!$${letter}$${column.length + 1}:$${letter}$${column.length + words.length}`;
      column.push(...words);
      known.set(key, range);
      return range;
    },
    grid(): Grid {
      const height = Math.max(...columns.map(({ length }) => length));
      const rows = Array.from({ length: height }, (_, y) =>
        columns.map((column) => (column[y] === undefined ? undefined : text(column[y]!, "mark"))),
      );
      return { name: sheetName, rows, widths: columns.map(() => 40), validations: [], isHidden: true };
    },
  };
}

export type DropDowns = ReturnType<typeof dropDowns>;
