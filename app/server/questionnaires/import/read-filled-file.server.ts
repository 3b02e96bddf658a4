// What a vendor filled in, from the bytes of the file it sent: the workbook of its own questionnaire, or a CAIQ (workbook or JSON).
import { type ReadWorkbook, readSheets } from "#app/domain/assessment/workbook/read-sheets.ts";
import type { CaiqAnswers } from "#app/domain/questionnaire/import/caiq-answers.ts";
import { readCaiqJson } from "#app/domain/questionnaire/import/caiq-json.ts";
import { caiqAnswers } from "#app/domain/questionnaire/import/caiq-rows.ts";
import { findCaiqTable, readCaiqWorkbook } from "#app/domain/questionnaire/import/caiq-workbook.ts";
import { emptyNotes } from "#app/domain/questionnaire/import/foreign.ts";
import { readJsonFile } from "./read-json-file.server.ts";
import { readWorkbookFile } from "./read-workbook-file.server.ts";

export type FilledFile = { is: "workbook"; workbook: ReadWorkbook } | { is: "caiq"; caiq: CaiqAnswers };

/** Undefined for another workbook. Throws `invalid`, `too_large` or `unsupported_type` with what is wrong with the file. */
export async function readFilledFile(bytes: Uint8Array, name: string): Promise<FilledFile | undefined> {
  if (startsAsJson(bytes)) {
    const content = readCaiqJson(readJsonFile(bytes, name, { loose: false }), emptyNotes());
    return { is: "caiq", caiq: caiqAnswers(content, name) };
  }
  const { workbook = { sheets: [], unread: [] } } = await readWorkbookFile(bytes, name);
  const own = readSheets(workbook.sheets);
  if (own) return { is: "workbook", workbook: own };
  if (!findCaiqTable(workbook)) return undefined;
  return { is: "caiq", caiq: caiqAnswers(readCaiqWorkbook(workbook, name, emptyNotes()), name) };
}

const startsAsJson = (bytes: Uint8Array): boolean => /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
