// Unpacks the parts of a workbook that hold cells, after the archive's directory was judged, and refuses what no workbook of a
// questionnaire needs: a part that unpacks to more than it says, more cells than anybody asks about, another encoding, a DTD.
import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import { cellName } from "#app/domain/questionnaire/import/workbook.ts";
import { checkArchive } from "#app/server/platform/archive-guard.server.ts";
import { framedWorkbook } from "./workbook-frame.server.ts";

/** Of all sheets together, and of each. HECVAT, the largest we know, has twelve sheets of some hundred rows. */
export const workbookLimits = {
  unpackedBytes: 16 * 1024 * 1024,
  cells: 60_000,
  emptyCells: 400_000,
  space: 1_000_000,
  rows: 5000,
  columns: 100,
  sheets: 60,
} as const;
/** Of one part: sheets are read as a stream, the others into a tree. */
const mostElements = { sheet: 500_000, other: 150_000 } as const;

/** Cells beyond are refused where they hold something, else passed over. */
export const lastCell = cellName(workbookLimits.rows - 1, workbookLimits.columns - 1);

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Parts with cells, and those that say which they are and what their numbers mean. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
/** Looks, layout and figures about the file: nothing a person wrote. */
const immaterial = /^(?:docProps\/|xl\/theme\/|xl\/calcChain\.xml$|xl\/printerSettings\/|xl\/metadata\.xml$|docMetadata\/)|(?:\/|\.rels)$/i;

export interface UnpackedWorkbook {
  parts: Map<string, Uint8Array>;
  /** Names of parts that are left packed. */
  unread: string[];
}

export async function unpackWorkbook(bytes: Uint8Array, name: string): Promise<UnpackedWorkbook> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    await checkArchive(buffer, xlsx);
  } catch (cause) {
    if (!isDomainError(cause, "unsupported_type")) throw cause;
    throw new DomainError("unsupported_type", `${name}: ${String(cause.data.sentence)} Save it anew as .xlsx.`, cause.data);
  }
  const refuse = (sentence: string) => new DomainError("too_large", `${name}: ${sentence}`);
  const parts = new Map<string, Uint8Array>();
  const unread: string[] = [];
  let left = workbookLimits.unpackedBytes;
  try {
    await eachEntry(buffer, async (entry, archive) => {
      if (!needed.test(entry.fileName)) {
        if (!immaterial.test(entry.fileName)) unread.push(entry.fileName);
        return;
      }
      left -= entry.uncompressedSize;
      if (left < 0) throw refuse(`Its sheets are larger than ${workbookLimits.unpackedBytes / 1024 / 1024} MiB once unpacked.`);
      parts.set(entry.fileName, await unpack(archive, entry));
    });
  } catch (cause) {
    if (isDomainError(cause)) throw cause;
    throw new DomainError("invalid", `${name}: The workbook is damaged: a part cannot be unpacked.`);
  }
  const size = { filled: 0, all: 0, space: 0, sheets: 0 };
  for (const [part, content] of parts) {
    const xml = xmlIn(content, `${name}: ${part}`);
    const isSheet = /^xl\/worksheets\//i.test(part);
    if (hasMoreTags(xml, 2 * (isSheet ? mostElements.sheet : mostElements.other)))
      throw refuse(`${part} has more elements than a questionnaire needs.`);
    if (isSheet) {
      const cells = cellsOnly(xml);
      measure(cells, size, `${name}: ${part}`);
      parts.set(part, Buffer.from(withoutFormulas(cells)));
    }
    if (size.sheets > workbookLimits.sheets) throw refuse(`The workbook has more than ${workbookLimits.sheets} sheets.`);
    if (size.filled > workbookLimits.cells) throw refuse(`The workbook has more than ${workbookLimits.cells.toLocaleString("en")} cells.`);
    if (size.all > workbookLimits.emptyCells || size.space > workbookLimits.space)
      throw refuse("The workbook has too many empty cells. Delete the empty rows and columns around the filled ones.");
  }
  return { parts: framedWorkbook(parts, name, workbookLimits.sheets), unread };
}

async function eachEntry(buffer: Buffer, visit: (entry: Entry, archive: ZipFile) => Promise<void>): Promise<void> {
  const open = promisify<Buffer, object, ZipFile>(fromBuffer);
  const archive = await open(buffer, { lazyEntries: true, autoClose: false, strictFileNames: true });
  await new Promise<void>((resolve, reject) => {
    archive.once("error", reject);
    archive.once("end", resolve);
    archive.on("entry", (entry) => {
      visit(entry, archive).then(() => archive.readEntry(), reject);
    });
    archive.readEntry();
  });
}

/** yauzl ends the stream with an error when there is more or less than the directory says. */
async function unpack(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const content = new Uint8Array(entry.uncompressedSize);
  let size = 0;
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    content.set(chunk as Buffer, size);
    size += (chunk as Buffer).length;
  }
  return content;
}

function utf8In(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

function xmlIn(content: Uint8Array, place: string): string {
  const xml = utf8In(content);
  // UTF-16 of plain letters passes as UTF-8 with zeros in between.
  if (xml === undefined || xml.includes("\0")) throw new DomainError("invalid", `${place} is not UTF-8. Save the workbook anew.`);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new DomainError("invalid", `${place} declares a document type or entities, which no workbook needs.`);
  return xml;
}

function hasMoreTags(xml: string, most: number): boolean {
  let count = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) if (++count > most) return true;
  return false;
}

/** The place a cell or row names; without one it follows the last. */
const reference = /\br\s*=\s*["']\s*([A-Za-z]*)(\d+)/;

/** The sheet with nothing but its cells: links, merged ranges, looks and rules say nothing, and cost the library memory for each. */
function cellsOnly(xml: string): string {
  const [open = "", prefix = ""] = /<((?:\w{1,50}:)?)sheetData(?=[\s>])[^<>]{0,500}(?<!\/)>/.exec(xml) ?? [];
  const from = open === "" ? 0 : xml.indexOf(open);
  const to = open === "" ? 0 : xml.lastIndexOf(`</${prefix}sheetData`);
  const namespace = prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  const cells = to > from ? `${xml.slice(from, to)}</${prefix}sheetData>` : "";
  return `<${prefix}worksheet ${namespace}="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cells}</${prefix}worksheet>`;
}

/** That a cell has a formula is kept; what it says is nobody's business here. */
const withoutFormulas = (xml: string): string => xml.replace(/<((?:\w+:)?)f(?=[\s>])[^<>]*(?<!\/)>[^<]*<\/\1f\s*>/g, "<$1f>0</$1f>");

interface Size {
  filled: number;
  /** With empty cells and rows. */
  all: number;
  /** Rows by columns of each sheet: readers keep a place for each. */
  space: number;
  sheets: number;
}

/** Adds what a sheet holds to `size`; refuses cells with content far away. Stops where the sheet is too large anyway. */
function measure(xml: string, size: Size, place: string): void {
  size.sheets += 1;
  let row = 0;
  let last = 0;
  let rows = 0;
  let columns = 0;
  for (const [, element, attributes = ""] of xml.matchAll(/<(?:\w+:)?(c|row)(?=[\s/>])([^<>]{0,500})/g)) {
    size.all += 1;
    const [, letters = "", digits = String(element === "row" ? row + 1 : row)] = reference.exec(attributes) ?? [];
    if (element === "row") {
      row = Number(digits);
      last = 0;
      continue;
    }
    const column = letters === "" ? last + 1 : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const isFar = Number(digits) > workbookLimits.rows || column > workbookLimits.columns;
    if (!isFar) {
      last = Math.max(last, column);
      rows = Math.max(rows, Number(digits));
      columns = Math.max(columns, column);
    }
    if (!attributes.endsWith("/")) {
      size.filled += 1;
      if (isFar)
        throw new DomainError("too_large", `${place} has a cell beyond ${lastCell} (${letters.slice(0, 10)}${digits.slice(0, 10)}).`);
    }
    if (size.filled > workbookLimits.cells || size.all > workbookLimits.emptyCells) return;
  }
  size.space += rows * columns;
}
