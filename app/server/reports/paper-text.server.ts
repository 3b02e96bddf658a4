// Sets text in lines of a given width, whatever the text: words that do not fit are broken, characters no font has are
// shown as an empty box, right-to-left runs are turned round. Links are never made from text.
import { directionRuns, printableText } from "#app/domain/report/printable-text.ts";
import { colours, type Face, type Paper } from "./paper.server.ts";

export interface Style {
  face: Face;
  size: number;
  leading: number;
  colour: string;
}

/** The type scale: sizes 8 9 11 14 18 28. */
export const styles = {
  text: { face: "regular", size: 9, leading: 13, colour: colours.ink },
  textBold: { face: "bold", size: 9, leading: 13, colour: colours.ink },
  lead: { face: "regular", size: 9, leading: 13, colour: colours.second },
  small: { face: "regular", size: 8, leading: 11.5, colour: colours.ink },
  smallBold: { face: "bold", size: 8, leading: 11.5, colour: colours.ink },
  note: { face: "regular", size: 8, leading: 11.5, colour: colours.third },
  noteSecond: { face: "regular", size: 8, leading: 11.5, colour: colours.second },
  hash: { face: "mono", size: 6.5, leading: 10, colour: colours.second },
  h2: { face: "bold", size: 11, leading: 15, colour: colours.ink },
  h3: { face: "bold", size: 9, leading: 13, colour: colours.ink },
  h1: { face: "bold", size: 18, leading: 24, colour: colours.ink },
} as const satisfies Record<string, Style>;

export function applyStyle(paper: Paper, style: Style): void {
  paper.doc.font(style.face).fontSize(style.size).fillColor(style.colour);
}

interface FontKitFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

const missing = "\u25af";

/** Replaces what the face cannot draw, so that a reader sees that something stood there. */
function drawable(paper: Paper, text: string): string {
  const font = (paper.doc as unknown as { _font: { font: FontKitFont } })._font.font;
  let result = "";
  for (const character of text) {
    const has = character === "\n" || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    if (has) result += character;
    else if (!/\p{M}/u.test(character)) {
      result += missing;
      paper.hasMissingGlyphs = true;
    }
  }
  return result;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Breaks `text` into lines no wider than `width`; at most `maxLines`, the last then ends in an ellipsis. */
export function linesOf(paper: Paper, text: string, style: Style, width: number, maxLines = Number.POSITIVE_INFINITY): string[] {
  applyStyle(paper, style);
  const measure = (piece: string) => paper.doc.widthOfString(piece);
  const lines: string[] = [];
  const clean = drawable(paper, printableText(text));
  for (const paragraph of clean.split("\n")) {
    let line = "";
    let used = 0;
    for (const word of paragraph.split(" ")) {
      const wide = measure(word);
      const gap = line === "" ? 0 : measure(" ");
      if (used + gap + wide <= width) {
        line = line === "" ? word : `${line} ${word}`;
        used += gap + wide;
        continue;
      }
      if (line !== "") lines.push(line);
      const pieces = wide <= width ? [word] : piecesOf(word, width, measure);
      line = pieces.pop() ?? "";
      lines.push(...pieces);
      used = measure(line);
    }
    lines.push(line);
    if (lines.length > maxLines) break;
  }
  if (lines.length > maxLines) {
    lines.length = maxLines;
    lines[maxLines - 1] = shortened(`${lines[maxLines - 1]}\u2026`, width, measure);
  }
  return lines;
}

function piecesOf(word: string, width: number, measure: (piece: string) => number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const { segment } of segmenter.segment(word)) {
    const wide = measure(segment);
    if (used + wide > width && piece !== "") {
      const hinge = Math.max(...["-", "_", "/", ".", ":", "@", ","].map((mark) => piece.lastIndexOf(mark)));
      const cut = hinge > piece.length * 0.5 ? hinge + 1 : piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
      used = measure(piece);
    }
    piece += segment;
    used += wide;
  }
  pieces.push(piece);
  return pieces;
}

function shortened(text: string, width: number, measure: (piece: string) => number): string {
  const parts = [...segmenter.segment(text.replace(/\u2026$/, ""))].map((part) => part.segment);
  while (parts.length > 0 && measure(`${parts.join("")}\u2026`) > width) parts.pop();
  return `${parts.join("").trimEnd()}\u2026`;
}

/** Draws one line; `y` is the top of its leading. Gives the width. */
export function drawLine(
  paper: Paper,
  line: string,
  style: Style,
  x: number,
  y: number,
  options: { align?: "left" | "right" | "center"; width?: number; spacing?: number } = {},
): number {
  applyStyle(paper, style);
  const { align = "left", width = 0, spacing = 0 } = options;
  const space = paper.doc.widthOfString(" ");
  const runs = directionRuns(line).map((text) => ({ text, wide: paper.doc.widthOfString(text) + spacing * Math.max(0, text.length - 1) }));
  const wide = runs.reduce((total, run) => total + run.wide + space, -space);
  let left = align === "left" ? x : align === "right" ? x + width - wide : x + (width - wide) / 2;
  const baseline = y + style.leading / 2 + style.size * 0.36;
  for (const run of runs) {
    if (run.text !== "") paper.doc.text(run.text, left, baseline, { lineBreak: false, baseline: "alphabetic", characterSpacing: spacing });
    left += run.wide + space;
  }
  return wide;
}
