// Headings, paragraphs, definition lists and marked notes of a report, set at the cursor.

import { outcomeSign } from "#app/domain/report/charts.ts";
import {
  artifact,
  bodyWidth,
  colours,
  continueTagged,
  drawSvg,
  ensureRoom,
  outlined,
  type Paper,
  palette,
  rule,
  sheet,
  tagged,
} from "./paper.server.ts";
import { drawLine, linesOf, type Style, styles } from "./paper-text.server.ts";

/** Title of a chapter, always at the top of a page; also the outline's entry. */
export function chapterTitle(paper: Paper, text: string): PDFKit.PDFOutline {
  const entry = outlined(paper, text);
  paper.y += 2;
  setText(paper, "H1", text, styles.h1, { spacing: -0.25 });
  paper.y += 4;
  return entry;
}

/** Heading of a part, kept with at least `keep` points of what follows. */
export function heading(
  paper: Paper,
  text: string,
  options: { keep?: number; under?: PDFKit.PDFOutline; level?: 2 | 3; space?: number } = {},
): void {
  const { keep = 60, under, level = 2, space = 16 } = options;
  const isTop = paper.y <= sheet.bodyTop + 4;
  ensureRoom(paper, space + styles.h2.leading + keep);
  if (!isTop && paper.y > sheet.bodyTop + 4) paper.y += space;
  if (under) outlined(paper, text, under);
  setText(paper, `H${level}`, text, level === 2 ? styles.h2 : styles.h3);
  paper.y += 3;
}

export interface SetOptions {
  x?: number;
  width?: number;
  spacing?: number;
  maxLines?: number;
}

/** Sets text as one tagged element and moves the cursor below it; long text goes on over pages. */
export function setText(paper: Paper, type: string, text: string, style: Style, options: SetOptions = {}): void {
  const { x = sheet.left, width = bodyWidth, spacing = 0, maxLines } = options;
  const lines = linesOf(paper, text, style, width, maxLines);
  let element: PDFKit.PDFStructureElement | undefined;
  while (lines.length > 0) {
    ensureRoom(paper, style.leading);
    const draw = () => {
      while (lines.length > 0 && paper.y + style.leading <= sheet.bodyBottom) {
        drawLine(paper, lines.shift() ?? "", style, x, paper.y, { spacing });
        paper.y += style.leading;
      }
    };
    if (element) continueTagged(paper, element, type, draw);
    else element = tagged(paper, type, draw);
  }
}

export function paragraph(paper: Paper, text: string, style: Style = styles.text, options: SetOptions = {}): void {
  setText(paper, "P", text, style, options);
}

/** Quiet remark below a table. */
export function note(paper: Paper, text: string, options: SetOptions = {}): void {
  paper.y += 4;
  paragraph(paper, text, styles.note, options);
}

export interface Definition {
  term: string;
  parts: { text: string; style?: Style; maxLines?: number }[];
}

/** Terms beside their values, a hairline under each. */
export function definitions(paper: Paper, items: Definition[], options: { termWidth?: number; x?: number; width?: number } = {}): void {
  const { termWidth = 91, x = sheet.left, width = bodyWidth } = options;
  for (const item of items) {
    const parts = item.parts.map((part) => {
      const style = part.style ?? styles.text;
      return { style, lines: linesOf(paper, part.text, style, width - termWidth, part.maxLines) };
    });
    const height = parts.reduce((sum, part) => sum + part.lines.length * part.style.leading, 0);
    ensureRoom(paper, Math.min(height, 200) + 8);
    paper.y += 4;
    tagged(paper, "P", () => drawLine(paper, item.term, { ...styles.text, colour: colours.third }, x, paper.y));
    for (const part of parts) {
      for (const line of part.lines) {
        ensureRoom(paper, part.style.leading);
        tagged(paper, "P", () => drawLine(paper, line, part.style, x + termWidth, paper.y));
        paper.y += part.style.leading;
      }
    }
    paper.y += 4;
    rule(paper, paper.y, { from: x, to: x + width });
  }
}

/** A statement that changes how the page is read, with a bar at its side: late engagement, answers from documents. */
export function callout(paper: Paper, title: string, text: string, options: { x?: number; width?: number } = {}): void {
  const { x = sheet.left, width = bodyWidth } = options;
  const lines = linesOf(paper, text, styles.note, width - 26, 6);
  const height = styles.textBold.leading + lines.length * styles.note.leading + 8;
  ensureRoom(paper, height + 6);
  const top = paper.y + 4;
  artifact(paper, () => {
    paper.doc
      .moveTo(x + 1, top)
      .lineTo(x + 1, top + height)
      .lineWidth(2)
      .strokeColor(palette.caution)
      .stroke();
    drawSvg(paper, outcomeSign("wait", palette), x + 9, top + 4.5, 11, 11);
  });
  paper.y = top + 4;
  paragraph(paper, title, styles.textBold, { x: x + 26, width: width - 26 });
  for (const line of lines) {
    tagged(paper, "P", () => drawLine(paper, line, styles.noteSecond, x + 26, paper.y));
    paper.y += styles.note.leading;
  }
  paper.y = top + height + 4;
}
