// A vendor fills the workbook in with LibreOffice: what it saves says the same, and still helps to fill it in.
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { cellName } from "#app/domain/questionnaire/import/workbook.ts";
import { findLibreOffice } from "#tests/support/libre-office.ts";
import { bytesOf, drawnAnswers, filledIn, formFor, judged, readBack } from "#tests/support/own-workbooks.ts";
import { seeded } from "#tests/support/seeded.ts";
import { newestQuestionnaires } from "../../unit/content/shipped-files.ts";

const office = findLibreOffice(2);

describe.runIf(office)("LibreOffice", () => {
  const form = formFor(...newestQuestionnaires.filter(({ id }) => id === "core-security" || id === "privacy-dpa"));

  it("saves a filled workbook so that it is read back the same, answer by answer, in either language", async () => {
    const given = drawnAnswers(form, seeded(11));
    const bytes = await bytesOf(form, given, "de");
    const saved = await readBack(office!.saveAgain(bytes));
    expect(saved).toEqual(await readBack(bytes));
    expect(judged(form, saved, { language: "de", current: given }).filter(({ fate }) => fate.is !== "same")).toEqual([]);
  }, 180_000);

  it("keeps the drop-downs, the hidden parts, and what was typed with another program", async () => {
    const bytes = await bytesOf(form, new Map());
    const [first] = form.keys;
    const typed = filledIn(bytes, { [first!]: { answer: "We do not answer this", reason: '=HYPERLINK("x")' } });
    const again = office!.saveAgain(bytes);
    expect(await dropDownsOf(again)).toEqual(await dropDownsOf(bytes));
    const { sheets } = await readXlsx(again);
    expect(sheets.filter(({ hidden, veryHidden }) => hidden || veryHidden).map(({ name }) => name)).toEqual(["Lists", "Vouchsafe"]);
    expect(await readBack(office!.saveAgain(typed))).toEqual(await readBack(typed));
  }, 300_000);
});

/** The words each cell with a drop-down offers. */
async function dropDownsOf(bytes: Uint8Array): Promise<Record<string, unknown[]>> {
  const { sheets } = await readXlsx(bytes);
  const lists = sheets.find(({ name }) => name === "Lists")!;
  const found: Record<string, unknown[]> = {};
  for (const { name, dataValidations = [] } of sheets) {
    for (const { formula1 = "", range } of dataValidations) {
      const [, from = "", top = "", bottom = ""] = /\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)$/.exec(formula1) ?? [];
      const words = lists.rows.slice(Number(top) - 1, Number(bottom)).map((row) => row[from.charCodeAt(0) - 65]);
      for (const cell of cellsIn(range)) found[`${name}!${cell}`] = words;
    }
  }
  return found;
}

/** `C3 C5:D6`, cell by cell. */
function cellsIn(range: string): string[] {
  return range.split(" ").flatMap((part) => {
    const [from = "", to = from] = part.split(":");
    const [a, b] = [from, to].map((cell) => [cell.replace(/\d/g, "").charCodeAt(0) - 65, Number(cell.replace(/\D/g, "")) - 1] as const);
    const cells: string[] = [];
    for (let y = a![1]; y <= b![1]; y += 1) for (let x = a![0]; x <= b![0]; x += 1) cells.push(cellName(y, x));
    return cells;
  });
}
