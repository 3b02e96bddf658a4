// Tables on paper: hairlines between rows, the head repeated on every page, rows that are too tall split between lines,
// sums under a double rule. Tagged as Table, TR, TH and TD; a repeated head is an artifact.
import { addSheet, artifact, bodyWidth, colours, continueTagged, drawSvg, ensureRoom, type Paper, rule, sheet } from "./paper.server.ts";
import { heading } from "./paper-blocks.server.ts";
import { drawLine, linesOf, type Style, styles } from "./paper-text.server.ts";

export interface Column {
  /** Points; the widths of a table should add up to its width. */
  width: number;
  title: string;
  align?: "left" | "right" | "center";
}

export interface Part {
  text: string;
  style?: Style;
  /** SVG drawn before the first line; the word beside it says the same. */
  icon?: string;
  maxLines?: number;
}

/** One cell: text, or several parts under each other. A picture fills the cell and needs its alternative text. */
export type Cell = string | Part[] | { picture: string; alt: string; height: number };

export interface Row {
  cells: Cell[];
  /** "sum": rule above and double rule below the last column; "subtotal": rule above it; "group": a heading row. */
  kind?: "body" | "sum" | "subtotal" | "group";
  /** Columns whose frame is drawn because the row's truth lies there. */
  framed?: number;
}

export interface TableOptions {
  x?: number;
  style?: Style;
  /** Space above and below the text of a row. */
  padding?: number;
  /** Index of the column that names the row. */
  rowHeader?: number;
  /** Heading kept on the page of the first rows. */
  heading?: { text: string; under: PDFKit.PDFOutline };
}

const gap = 8;
/** A row taller than this is not kept with the one before it. */
const mostKept = 90;

interface SetLine {
  text: string;
  style: Style;
  icon?: string;
}

/** Draws a table at the cursor and leaves the cursor below it. */
export function drawTable(paper: Paper, columns: Column[], rows: Row[], options: TableOptions = {}): void {
  const { x = sheet.left, style = styles.text, padding = 2, rowHeader = 0 } = options;
  const width = columns.reduce((total, column) => total + column.width, 0);
  const hasHead = columns.some((column) => column.title !== "");
  const lead = rows.slice(0, 2).reduce((total, row) => total + rowHeight(paper, columns, row, style, padding), hasHead ? 17 : 0);
  if (options.heading) heading(paper, options.heading.text, { under: options.heading.under, keep: Math.min(lead, 150) });
  const table = paper.doc.struct("Table");
  paper.parent.add(table);
  const head = (isRepeated: boolean) => {
    if (hasHead) drawHead(paper, table, columns, x, width, isRepeated);
  };
  ensureRoom(paper, Math.min(lead, 120));
  head(false);
  rows.forEach((row, index) => {
    const isLast = index === rows.length - 1;
    const next = rows[index + 1];
    const height = rowHeight(paper, columns, row, style, padding);
    // The last row never stands alone on a page: the one before it goes along, unless that left a single row behind.
    const isBeforeLast = index >= 2 && index === rows.length - 2;
    const after = isBeforeLast && next ? rowHeight(paper, columns, next, style, padding) : 0;
    const keep = Math.max((row.kind === "group" && next) || next?.kind === "sum" ? 20 : 0, after <= mostKept ? after : 0);
    const isTall = height > (sheet.bodyBottom - sheet.bodyTop) * 0.3;
    if (!isTall && paper.y + height + keep > sheet.bodyBottom) {
      addSheet(paper);
      head(true);
    }
    drawRow(paper, table, columns, row, { x, width, style, padding, rowHeader, isLast, head });
  });
}

function drawHead(paper: Paper, table: PDFKit.PDFStructureElement, columns: Column[], x: number, width: number, isRepeated: boolean): void {
  const y = paper.y;
  const titles = (draw: (column: Column, left: number) => void) => {
    let left = x;
    for (const column of columns) {
      draw(column, left);
      left += column.width;
    }
  };
  const line = (column: Column, left: number, isLastColumn: boolean) => {
    drawLine(paper, column.title, styles.note, left, y + 2.5, { align: column.align, width: column.width - (isLastColumn ? 0 : gap) });
  };
  if (isRepeated) {
    artifact(paper, () => titles((column, left) => line(column, left, column === columns[columns.length - 1])), "Pagination");
  } else {
    const row = paper.doc.struct("TR");
    table.add(row);
    titles((column, left) => {
      const cell = paper.doc.struct("TH", { scope: "Column" } as never);
      row.add(cell);
      continueTagged(paper, cell, "TH", () => line(column, left, column === columns[columns.length - 1]));
    });
  }
  rule(paper, y + 17, { from: x, to: x + width, colour: colours.strongLine });
  paper.y = y + 17;
}

function cellLines(paper: Paper, cell: Cell, width: number, style: Style): SetLine[] {
  if (typeof cell === "string") return linesOf(paper, cell, style, width).map((text) => ({ text, style }));
  if (!Array.isArray(cell)) return [];
  return cell.flatMap((part) => {
    const own = part.style ?? style;
    const lines = linesOf(paper, part.text, own, width - (part.icon ? 13 : 0), part.maxLines);
    return lines.map((text, index) => ({ text, style: own, ...(part.icon && index === 0 ? { icon: part.icon } : {}) }));
  });
}

function innerWidth(columns: Column[], index: number): number {
  return (columns[index]?.width ?? 0) - (index === columns.length - 1 ? 0 : gap);
}

/** A group row spans all columns; a sum row's first cell spans what the empty cells after it leave. */
function spanWidth(columns: Column[], row: Row, index: number): number {
  let width = innerWidth(columns, index);
  if (row.kind === undefined || row.kind === "body" || index !== 0) return width;
  for (let next = 1; next < columns.length && (row.cells[next] ?? "") === ""; next++) width += columns[next]?.width ?? 0;
  return width;
}

function rowHeight(paper: Paper, columns: Column[], row: Row, style: Style, padding: number): number {
  const heights = row.cells.map((cell, index) => {
    if (typeof cell !== "string" && !Array.isArray(cell)) return cell.height;
    const lines = cellLines(paper, cell, spanWidth(columns, row, index), rowStyle(row, style));
    return lines.reduce((total, line) => total + line.style.leading, 0);
  });
  return Math.max(style.leading, ...heights) + 2 * padding;
}

function rowStyle(row: Row, style: Style): Style {
  return row.kind === "sum" || row.kind === "group" ? { ...style, face: "bold" } : style;
}

interface RowFrame {
  x: number;
  width: number;
  style: Style;
  padding: number;
  rowHeader: number;
  isLast: boolean;
  head: (isRepeated: boolean) => void;
}

function drawRow(paper: Paper, table: PDFKit.PDFStructureElement, columns: Column[], row: Row, frame: RowFrame): void {
  const { x, width, style, padding, rowHeader, isLast } = frame;
  const element = paper.doc.struct("TR");
  table.add(element);
  const cells = row.cells.map((cell, index) => {
    const type = index === rowHeader ? "TH" : "TD";
    const node = paper.doc.struct(type, (type === "TH" ? { scope: "Row" } : {}) as never);
    element.add(node);
    return { cell, node, type, lines: cellLines(paper, cell, spanWidth(columns, row, index), rowStyle(row, style)) };
  });
  const isSum = row.kind === "sum" || row.kind === "subtotal";
  const lastLeft = x + width - (columns[columns.length - 1]?.width ?? 0);
  if (isSum) rule(paper, paper.y, { from: lastLeft, to: x + width, colour: colours.ink });
  do {
    const top = paper.y;
    let bottom = top;
    let left = x;
    cells.forEach(({ cell, node, type, lines }, index) => {
      let y = top + padding;
      const column = columns[index];
      if (!column) return;
      const inner = spanWidth(columns, row, index);
      if (typeof cell !== "string" && !Array.isArray(cell)) {
        const figure = paper.doc.struct("Figure", { alt: cell.alt } as never);
        node.add(figure);
        continueTagged(paper, figure, "Figure", () =>
          drawSvg(paper, cell.picture, left, y + (style.leading - cell.height) / 2, inner, cell.height),
        );
        bottom = Math.max(bottom, y + style.leading);
      } else if (lines.length > 0) {
        continueTagged(paper, node, type, () => {
          while (lines[0] && y + lines[0].style.leading + padding <= sheet.bodyBottom) {
            const line = lines.shift() as SetLine;
            if (line.icon) drawSvg(paper, line.icon, left, y + line.style.leading / 2 - 4.5, 9, 9);
            drawLine(paper, line.text, line.style, left + (line.icon ? 13 : 0), y, { align: column.align, width: inner });
            y += line.style.leading;
          }
        });
        bottom = Math.max(bottom, y);
      }
      left += column.width;
    });
    paper.y = bottom + padding;
    if (row.framed !== undefined) drawFrame(paper, columns, row.framed, x, top);
    if (cells.some(({ lines }) => lines.length > 0)) {
      addSheet(paper);
      frame.head(true);
    }
  } while (cells.some(({ lines }) => lines.length > 0));
  if (isSum) {
    if (row.kind === "sum") {
      rule(paper, paper.y, { from: lastLeft, to: x + width, colour: colours.ink });
      rule(paper, paper.y + 1.5, { from: lastLeft, to: x + width, colour: colours.ink });
      paper.y += 2;
    }
  } else {
    rule(paper, paper.y, { from: x, to: x + width, colour: isLast ? colours.strongLine : colours.line });
  }
}

function drawFrame(paper: Paper, columns: Column[], index: number, x: number, top: number): void {
  const left = columns.slice(0, index).reduce((total, column) => total + column.width, x);
  artifact(paper, () => {
    paper.doc
      .rect(left - 1, top + 0.75, innerWidth(columns, index) + 2, paper.y - top - 1.5)
      .lineWidth(1.5)
      .strokeColor(colours.dangerSolid)
      .stroke();
  });
}

/** Columns over the body's width from title, share and alignment. */
export function columns(...shares: [title: string, share: number, align?: Column["align"]][]): Column[] {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  return shares.map(([title, share, align]) => ({ title, width: (bodyWidth * share) / total, ...(align ? { align } : {}) }));
}
