// Head and foot of every page: whose document it is, what it is about, how secret, which page.
import { brandMark } from "#app/domain/report/charts.ts";
import { printableLine } from "#app/domain/report/printable-text.ts";
import { artifact, bodyWidth, colours, drawSvg, type Paper, palette, rule, sheet } from "./paper.server.ts";
import { drawLine, linesOf, styles } from "./paper-text.server.ts";

export interface Frame {
  /** Stands at the right of the head where a page has no running title. */
  head: string;
  foot: string;
  classification: string;
  /** "Page 1 of 2" in another language. */
  pageWords?: (page: number, pages: number) => string;
}

/** Head and foot of one page. */
export function drawFrame(paper: Paper, frame: Frame, page: number, pages: number, title: string): void {
  const one = (text: string, width: number) => linesOf(paper, printableLine(text), styles.note, width, 1)[0] ?? "";
  const { pageWords = (at, of) => `Page ${at} of ${of}` } = frame;
  artifact(
    paper,
    () => {
      drawSvg(paper, brandMark(palette), sheet.left, sheet.top, 14, 14);
      drawLine(paper, "Vouchsafe", styles.textBold, sheet.left + 20, sheet.top + 0.5);
      drawLine(paper, one(title || frame.head, bodyWidth - 100), styles.note, sheet.left, sheet.top + 1, {
        align: "right",
        width: bodyWidth,
      });
      drawLine(paper, one(frame.foot, bodyWidth * 0.55), styles.note, sheet.left, sheet.footTop + 6);
      drawLine(paper, one(frame.classification, 110), styles.note, sheet.left + bodyWidth * 0.56, sheet.footTop + 6, {
        align: "center",
        width: bodyWidth * 0.24,
      });
      drawLine(paper, pageWords(page, pages), styles.note, sheet.left, sheet.footTop + 6, { align: "right", width: bodyWidth });
    },
    "Pagination",
  );
  rule(paper, sheet.top + 22, { weight: 1.5, colour: colours.ink });
  rule(paper, sheet.footTop, { colour: colours.strongLine });
}
