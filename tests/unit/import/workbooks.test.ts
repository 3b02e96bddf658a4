// Reading workbooks: what one library wrote the other must read cell for cell, and nothing is computed.
import { type CellObject, read, utils } from "@e965/xlsx";
import { expect, it } from "vitest";
import { importQuestionnaire, type NamedBytes, openArchive } from "#app/server/questionnaires/import/import-questionnaire.server.ts";
import { readWorkbookFile } from "#app/server/questionnaires/import/read-workbook-file.server.ts";
import { parseQuestionnaire } from "#app/server/questionnaires/parse-questionnaire.server.ts";
import { writeQuestionnaire } from "#app/server/questionnaires/write-questionnaire.server.ts";
import { aCaiq, aHecvat, aWorkbook, caiqHeader, rawRow, rawWorkbook } from "#tests/support/workbooks.ts";

const sheetsOf = async ({ bytes, name }: NamedBytes) => (await readWorkbookFile(bytes, name)).workbook!.sheets;

it.each([
  ["CAIQ", aCaiq("4.1.0", { "A&A-01.1": { answer: "Yes", description: "<b> ü 😀\nsecond line" } })],
  ["HECVAT", aHecvat({ "REQU-01": { answer: "No", information: "x" } })],
])("a second reader finds the same sheets and cells in a %s workbook", async (_, file) => {
  const second = read(file.bytes);
  const sheets = await sheetsOf(file);
  expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual(
    second.SheetNames.map((name, i) => [name, second.Workbook?.Sheets?.[i]?.Hidden === 1]),
  );
  for (const { name, rows } of sheets) {
    const cells = rows.flatMap((row, y) =>
      row.flatMap((cell, x) => (cell && cell.text !== "" ? [[utils.encode_cell({ r: y, c: x }), cell.text]] : [])),
    );
    const theirs = Object.entries(second.Sheets[name]!).flatMap(([at, cell]: [string, CellObject]) =>
      !at.startsWith("!") && cell.v !== undefined && cell.v !== "" ? [[at, String(cell.v)]] : [],
    );
    expect(Object.fromEntries(cells)).toEqual(Object.fromEntries(theirs));
  }
});

it.each([
  ["caiq", aCaiq()],
  ["hecvat", aHecvat()],
] as const)("what is made of a %s workbook is read back as it was, and made the same the second time", async (kind, file) => {
  const { questionnaire, yaml } = importQuestionnaire(kind, await openArchive(kind, file));
  const again = parseQuestionnaire(new TextEncoder().encode(yaml), "written.yaml").questionnaire;
  expect(again).toEqual(questionnaire);
  expect(writeQuestionnaire(again)).toBe(yaml);
  expect(importQuestionnaire(kind, await openArchive(kind, file)).yaml).toBe(yaml);
});

it("a notice of a page stands in full", async () => {
  const long = `© Makers. ${"You may use this inside. ".repeat(60)}End.`;
  const rows = [["v4.1.0"], caiqHeader, ["AIS-01.1", "Kept?"], ["End of Standard"], [long]];
  const opened = await openArchive("caiq", aWorkbook("c.xlsx", [{ name: "CAIQ", rows }]));
  expect(importQuestionnaire("caiq", opened).questionnaire.source.license).toBe(long);
  expect(importQuestionnaire("caiq", opened, { license: "ours" }).questionnaire.source.license).toBe("ours");
});

it("a formula has the value it was saved with, or none; errors are none", async () => {
  const saved = { t: "n", v: 5, f: "1+1" } as CellObject;
  const formulas = `<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>"a"</f><v>b</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
  const [sheet] = await sheetsOf(aWorkbook("f.xlsx", [{ name: "S", rows: [[saved]] }]));
  expect(sheet!.rows[0]).toEqual([{ text: "5", isFormula: true }]);
  expect((await sheetsOf(rawWorkbook(formulas)))[0]!.rows[0]).toEqual([
    { text: "", isFormula: true },
    { text: "b", isFormula: true },
    { text: "", isFormula: true },
  ]);
});

it("texts in several runs are one text; what looks like a formula or markup stays a text", async () => {
  const runs = `<row r="1"><c r="A1" t="inlineStr"><is><r><t>one </t></r><r><t>two</t></r></is></c></row>`;
  expect((await sheetsOf(rawWorkbook(runs)))[0]!.rows[0]).toEqual([{ text: "one two", isFormula: false }]);
  expect((await sheetsOf(rawWorkbook(rawRow(1, "=1+1"))))[0]!.rows[0]).toEqual([{ text: "=1+1", isFormula: false }]);
  expect((await sheetsOf(rawWorkbook(rawRow(1, "&amp;amp; &lt;b&gt;"))))[0]!.rows[0]).toEqual([{ text: "&amp; <b>", isFormula: false }]);
});

it("empty styled cells far away are passed over", async () => {
  const [sheet] = await sheetsOf(rawWorkbook(`${rawRow(1, "x")}<row r="1048576"><c r="XFD1048576" s="0"/></row>`));
  expect(sheet!.rows.length).toBeLessThan(10);
});

it("pictures and comments are named as not read; looks are not worth a word", async () => {
  const more = { "xl/drawings/drawing1.xml": "<x/>", "xl/comments1.xml": "<x/>", "xl/theme/theme1.xml": "<x/>" };
  const { bytes } = rawWorkbook(rawRow(1, "x"), more);
  expect((await readWorkbookFile(bytes, "w.xlsx")).workbook!.unread).toEqual(["xl/drawings/drawing1.xml", "xl/comments1.xml"]);
});
