// Workbooks made to exhaust or deceive whoever opens them.
import { crc32, deflateRawSync } from "node:zlib";
import type { NamedBytes } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { rawRow, rawWorkbook } from "./workbooks.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const mebibyte = 1024 * 1024;
const sheet = (content: string) => `<worksheet xmlns="${main}"><sheetData>${content}</sheetData></worksheet>`;

/** A part packed, in place of the one that stands unpacked in the archive; `says` is the size its entry claims. */
export function packed({ name, bytes }: NamedBytes, part: string, content: Uint8Array, says = content.length): NamedBytes {
  const data = deflateRawSync(content);
  const path = Buffer.from(part);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(says, 18);
  fields.writeUInt16LE(path.length, 22);
  const old = Buffer.from(bytes);
  const directoryAt = old.readUInt32LE(old.length - 6);
  const count = old.readUInt16LE(old.length - 12);
  const where = Buffer.alloc(14);
  where.writeUInt32LE(directoryAt, 10);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, path, data]);
  const listed = Buffer.concat([old.subarray(directoryAt, old.length - 22), Buffer.from("PK\x01\x02\x14\x00"), fields, where, path]);
  const end = Buffer.from(old.subarray(old.length - 22));
  end.writeUInt16LE(count + 1, 8);
  end.writeUInt16LE(count + 1, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(directoryAt + local.length, 16);
  return { name, bytes: Buffer.concat([old.subarray(0, directoryAt), local, listed, end]) };
}

const withStyles = (xml: string) => packed(withoutStyles(), "xl/styles.xml", Buffer.from(xml));

function withoutStyles(): NamedBytes {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;
  return rawWorkbook(rawRow(1, "x"), { "xl/_rels/workbook.xml.rels": rels });
}

/** Text that packs badly enough not to look like a bomb. */
function words(bytes: number): string {
  let state = 1;
  let text = "";
  while (text.length < bytes) {
    state = (state * 48271) % 2147483647;
    text += `${state.toString(36)} ${"and ".repeat(12)}`;
  }
  return text.slice(0, bytes);
}

/** How many of them, from the first, could take much memory. */
export const heaviest = 12;

export const hostileWorkbooks: [what: string, make: () => NamedBytes, says: RegExp][] = [
  ["larger than any", () => rawWorkbook("", { "xl/worksheets/sheet1.xml": " ".repeat(5 * mebibyte) }), /larger than 4 MiB/],
  [
    "that unpacks to hundreds of megabytes",
    () => packed(rawWorkbook(""), "xl/worksheets/sheet2.xml", Buffer.alloc(300 * mebibyte, 32)),
    /packed more tightly/,
  ],
  [
    "that unpacks to more than it says",
    () => packed(rawWorkbook(""), "xl/worksheets/sheet2.xml", Buffer.alloc(100 * mebibyte, 32), 1000),
    /damaged|cannot be unpacked/,
  ],
  [
    "whose sheets are long",
    () => packed(rawWorkbook(""), "xl/worksheets/sheet2.xml", Buffer.from(sheet(rawRow(1, words(20 * mebibyte))))),
    /larger than 16 MiB once unpacked/,
  ],
  ["whose last cell stands in the last corner", () => rawWorkbook(rawRow(1, "x").replaceAll("A1", "XFD1048576")), /beyond CV5000/],
  ["of rows without numbers, too many", () => rawWorkbook(`<row><c t="str"><v>x</v></c></row>`.repeat(6000)), /beyond CV5000/],
  [
    "of as many formulas as are read",
    () => sheetOfOurs(grid(1200, 49, (n) => `<f>${words(120)}</f><v>${n}</v>`)),
    /no CAIQ workbook|no HECVAT/,
  ],
  ["of more cells than are read", () => sheetOfOurs(grid(1300, 49, (n) => `<v>${n}</v>`)), /more than 60,000 cells/],
  ["whose rows are nearly empty, but long", () => sheetOfOurs(rowsWithFarCells(15_000)), /no CAIQ workbook|no HECVAT/],
  ["of half a million empty cells", () => sheetOfOurs(`<row>${"<c/>".repeat(480_000)}</row>`), /too many empty cells|more elements/],
  ["of a million elements", () => packedSheet("<x/>".repeat(1_000_000) + words(mebibyte)), /more elements/],
  ["nested a hundred thousand deep", () => withStyles(`<styleSheet>${"<a>".repeat(100_000)}${words(mebibyte)}`), /more elements|damaged/],
  [
    "of a million styles",
    () => withStyles(`<styleSheet xmlns="${main}">${"<xf/>".repeat(1_000_000)}${words(mebibyte)}</styleSheet>`),
    /more elements/,
  ],
  [
    "whose sheets are empty but for a corner",
    () => bookOf(Array<string>(50).fill(rawRow(1, "x").replaceAll("A1", "CV5000"))),
    /too many empty cells/,
  ],
  [
    "whose only sheet is named a thousand times",
    () => bookOf([grid(1000, 40, (n) => `<v>${n}</v>`)], Array<number>(1000).fill(1)),
    /more than 60 sheets/,
  ],
  [
    "whose only sheet is named again and again",
    () => bookOf([grid(1000, 40, (n) => `<v>${n}</v>`)], Array<number>(50).fill(1)),
    /named twice/,
  ],
  ["whose cell is a book", () => rawWorkbook(rawRow(1, words(40_000))), /CAIQv4\.0\.3!A1 holds more than 32,767 characters/],
  [
    "that declares entities",
    () => rawWorkbook("", { "xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "${"b".repeat(100)}">]>${sheet(rawRow(1, "&a;"))}` }),
    /declares a document type or entities/,
  ],
  [
    "whose workbook declares a document type elsewhere",
    () => rawWorkbook("", { "xl/workbook.xml": `<!doctype x SYSTEM "file:///etc/passwd"><workbook xmlns="${main}"/>` }),
    /declares a document type or entities/,
  ],
  [
    "in another encoding",
    () => rawWorkbook("", { "xl/worksheets/sheet1.xml": Buffer.from(sheet(rawRow(1, "x")), "utf16le") }),
    /is not UTF-8/,
  ],
  ["with macros", () => rawWorkbook("", { "xl/vbaProject.bin": "x" }), /macros/],
  ["with a password", () => ({ name: "p.xlsx", bytes: Buffer.from("d0cf11e0a1b11ae1", "hex") }), /protected by a password/],
  ["cut off", () => ({ name: "c.xlsx", bytes: rawWorkbook(rawRow(1, "x")).bytes.slice(0, 300) }), /damaged/],
  ["without sheets", () => rawWorkbook("", { "xl/workbook.xml": `<workbook xmlns="${main}"/>` }), /no CAIQ workbook/],
  ["whose sheet is not there", () => rawWorkbook("", { "xl/_rels/workbook.xml.rels": "<Relationships/>" }), /damaged/],
];

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;

/** Rows of cells with a content by number. */
function grid(rows: number, columns: number, content: (n: number) => string): string {
  const cell = (row: number, column: number) =>
    `<c r="${letters(column)}${row}" t="str">${content((row * 7919 + column * 104_729) % 1_000_003)}</c>`;
  return Array.from(
    { length: rows },
    (_, row) => `<row r="${row + 1}">${Array.from({ length: columns }, (__, column) => cell(row + 1, column)).join("")}</row>`,
  ).join("");
}

const rowsWithFarCells = (rows: number): string =>
  Array.from({ length: rows }, (_, row) => `<row r="${(row % 4999) + 1}"><c r="CV${(row % 4999) + 1}"><v>${row * 7919}</v></c></row>`).join(
    "",
  );

/** The sheet the workbook names, packed so that it is no bomb. */
function sheetOfOurs(content: string): NamedBytes {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`;
  const xml = `<!-- ${words(200_000)} -->${sheet(content)}`;
  return packed(rawWorkbook("", { "xl/_rels/workbook.xml.rels": rels }), "xl/worksheets/sheet2.xml", Buffer.from(xml));
}

/** Sheets of these cells, and which of them the workbook names; each once unless told. */
function bookOf(sheets: readonly string[], named = sheets.map((_, n) => n + 1)): NamedBytes {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const links = named.map((sheet, n) => `<Relationship Id="r${n}" Type="${relations}/worksheet" Target="worksheets/sheet${sheet}.xml"/>`);
  const names = named.map((_, n) => `<sheet name="S${n}" sheetId="${n + 1}" r:id="r${n}"/>`);
  return rawWorkbook("", {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`,
    ...Object.fromEntries(sheets.map((content, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheet(content)])),
  });
}

function packedSheet(content: string): NamedBytes {
  return packed(rawWorkbook(""), "xl/worksheets/sheet2.xml", Buffer.from(sheet(content + words(mebibyte))));
}
