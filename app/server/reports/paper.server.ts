// An A4 document under construction: fonts, pages, cursor, tags and the running head and foot. Everything drawn goes
// through here so that it is tagged or marked as an artifact. Given the same input the bytes are the same: the
// creation date is the caller's and file ids derive from the content.
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import svgToPdf from "svg-to-pdfkit";
import { paperPalette } from "#app/domain/report/charts.ts";
import { printableLine } from "#app/domain/report/printable-text.ts";

type Pdf = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

export const millimetre = 72 / 25.4;
/** Margins, sizes and rules of the report, in points. */
export const sheet = {
  width: 595.28,
  height: 841.89,
  left: 18 * millimetre,
  right: 595.28 - 18 * millimetre,
  top: 14 * millimetre,
  bodyTop: 14 * millimetre + 32,
  bodyBottom: 841.89 - 12 * millimetre - 26,
  footTop: 841.89 - 12 * millimetre - 18,
} as const;
export const bodyWidth = sheet.right - sheet.left;

export const colours = {
  ink: "#0f172a",
  second: "#475569",
  third: "#5b6980",
  line: "#e2e8f0",
  strongLine: "#cbd5e1",
  danger: "#be123c",
  dangerSolid: "#e11d48",
  warning: "#9a3412",
  caution: "#8a4b06",
  ok: "#047857",
} as const;

const fontFiles = {
  regular: "dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf",
  bold: "dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf",
  mono: "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf",
} as const;
export type Face = keyof typeof fontFiles;

export interface Paper {
  readonly doc: Pdf;
  /** Element that takes what is drawn next. */
  parent: Structure;
  readonly root: Structure;
  /** Top of the next thing. */
  y: number;
  /** Running title of the page that is open. */
  title: string;
  readonly titles: string[];
  /** Set when a character was replaced because no font has it. */
  hasMissingGlyphs: boolean;
}

export interface PaperHead {
  title: string;
  subject: string;
  author: string;
  language: string;
  createdAt: Date;
}

/** Title, author and subject also go into XMP, where pdfkit writes them unescaped. */
class XmlSafe extends String {
  override toString(): string {
    return super.toString().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  }
}

function infoText(text: string): string {
  return new XmlSafe(printableLine(text)) as unknown as string;
}

/** Opens an empty document without a page. */
export function openPaper(head: PaperHead): Paper {
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    size: [sheet.width, sheet.height],
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: head.language,
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: infoText(head.title),
      Subject: infoText(head.subject),
      Author: infoText(head.author),
      Creator: "Vouchsafe",
      Producer: "Vouchsafe",
      CreationDate: head.createdAt,
      ModDate: head.createdAt,
    },
  });
  const resolve = createRequire(import.meta.url).resolve;
  for (const [face, file] of Object.entries(fontFiles)) doc.registerFont(face, resolve(file));
  const root = doc.struct("Document");
  doc.addStructure(root);
  return { doc, parent: root, root, y: 0, title: "", titles: [], hasMissingGlyphs: false };
}

/** Starts a page under the running title. */
export function addSheet(paper: Paper, title: string = paper.title): void {
  paper.doc.addPage();
  paper.title = title;
  paper.titles.push(title);
  paper.y = sheet.bodyTop;
}

/** Makes room for `height`; starts a page when the open one has less. */
export function ensureRoom(paper: Paper, height: number): void {
  if (paper.y + height > sheet.bodyBottom) addSheet(paper);
}

/** Draws inside a new tagged element under `parent`; gives the element, still open for a continuation. */
export function tagged(
  paper: Paper,
  type: string,
  draw: () => void,
  options: { alt?: string; scope?: "Row" | "Column"; parent?: Structure } = {},
): Structure {
  const { parent = paper.parent, ...rest } = options;
  const element = paper.doc.struct(type, rest as never);
  parent.add(element);
  continueTagged(paper, element, type, draw);
  return element;
}

/** Draws more of an element, on whatever page is open. */
export function continueTagged(paper: Paper, element: Structure, type: string, draw: () => void): void {
  const content = paper.doc.markStructureContent(type as never);
  draw();
  paper.doc.endMarkedContent();
  element.add(content);
}

/** A grouping element; drawing goes into it until the function returns. */
export function grouped(paper: Paper, type: string, draw: () => void): void {
  const outer = paper.parent;
  const element = paper.doc.struct(type);
  outer.add(element);
  paper.parent = element;
  draw();
  paper.parent = outer;
}

/** Draws something that carries no content: rules, icons beside a word, head and foot. */
export function artifact(paper: Paper, draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
  paper.doc.markContent("Artifact", { type });
  draw();
  paper.doc.endMarkedContent();
}

export function rule(paper: Paper, y: number, options: { from?: number; to?: number; weight?: number; colour?: string } = {}): void {
  const { from = sheet.left, to = sheet.right, weight = 0.5, colour = colours.line } = options;
  artifact(paper, () => {
    paper.doc.moveTo(from, y).lineTo(to, y).lineWidth(weight).strokeColor(colour).stroke();
  });
}

/** Draws an SVG into a box; decorative unless inside `tagged`. */
export function drawSvg(paper: Paper, svg: string, x: number, y: number, width: number, height: number): void {
  paper.doc.save();
  svgToPdf(paper.doc, svg, x, y, { width, height, assumePt: true });
  paper.doc.restore();
}

export const palette = paperPalette;

/** Adds an entry to the reader's outline at the cursor. */
export function outlined(paper: Paper, title: string, under?: PDFKit.PDFOutline): PDFKit.PDFOutline {
  const options = { left: sheet.width, top: Math.max(0, paper.y - 8) } as never;
  return (under ?? paper.doc.outline).addItem(printableLine(title, 120), options);
}

/** Ends the document: `decorate` draws head and foot of every page, then all bytes come back. */
export async function finishPaper(paper: Paper, decorate: (page: number, pages: number, title: string) => void): Promise<Uint8Array> {
  const { doc } = paper;
  paper.titles.forEach((title, index) => {
    doc.switchToPage(index);
    decorate(index + 1, paper.titles.length, title);
  });
  paper.root.end();
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
