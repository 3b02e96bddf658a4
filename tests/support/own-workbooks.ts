// Workbooks of our own as tests write and read them, without a portal: a form, answers drawn by chance, and the way through the file.
import { Readable } from "node:stream";
import { type CellObject, read as readByOther, utils, type WorkSheet, write } from "@e965/xlsx";
import { type AnswerInput, isSameAnswer } from "#app/domain/assessment/answer-input.ts";
import { type AssessmentForm, assessmentForm } from "#app/domain/assessment/assessment-form.ts";
import { vendorState } from "#app/domain/assessment/vendor-state.ts";
import { type ReadWorkbook, readSheets } from "#app/domain/assessment/workbook/read-sheets.ts";
import { type JudgedRow, judgeRows, type StoredRevision } from "#app/domain/assessment/workbook/workbook-report.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { KnownFacts } from "#app/domain/questionnaire/facts.ts";
import type { ColumnType, Language, Questionnaire } from "#app/domain/questionnaire/questionnaire.ts";
import type { VendorQuestion } from "#app/domain/questionnaire/vendor-question.ts";
import { downloadBlankWorkbook } from "#app/server/assessments/blank-workbook.queries.server.ts";
import { uploadWorkbookForVendor } from "#app/server/assessments/on-behalf/upload-workbook-for-vendor.server.ts";
import { vendorQuestions } from "#app/server/assessments/portal/vendor-questions.server.ts";
import { spokenBy } from "#app/server/assessments/portal/workbook/judge-workbook.server.ts";
import { uploadWorkbook } from "#app/server/assessments/portal/workbook/upload-workbook.server.ts";
import { downloadWorkbook } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { workbookFacts } from "#app/server/assessments/portal/workbook/workbook-facts.server.ts";
import { writeWorkbook } from "#app/server/assessments/portal/workbook/write-workbook.server.ts";
import type { PersonContext, VendorContext } from "#app/server/platform/request-context.server.ts";
import { readWorkbookFile } from "#app/server/questionnaires/import/read-workbook-file.server.ts";
import { noHash } from "./questionnaires.ts";
import { aCaiq } from "./workbooks.ts";

export const day = "2026-11-24";

/** Nothing is ruled out. */
export const strictFacts: KnownFacts = {
  tier: 1,
  category: "payment",
  personal_data: 4,
  card: 4,
  access: 4,
  money: 4,
  dependency: 4,
  integration: ["redirect", "iframe", "direct_post", "server_api"],
  hosts_production: true,
  region: ["eu", "uk", "us", "other"],
};

export const formFor = (...questionnaires: Questionnaire[]): AssessmentForm =>
  assessmentForm(questionnaires.map((questionnaire) => ({ questionnaire, sha256: noHash })));

export type Given = ReadonlyMap<string, StoredRevision>;

const head = {
  asker: "Lantern Shop",
  vendor: "Quillpay",
  service: "card payments",
  dueOn: "2026-12-07",
  madeAt: new Date("2026-11-24T09:00:00Z"),
  timeZone: "UTC",
};

export const stateOf = (form: AssessmentForm, answers: Given, facts: KnownFacts = strictFacts) =>
  vendorState(form, facts, answers.values());

export function bytesOf(
  form: AssessmentForm,
  answers: Given,
  language: Language = "en",
  facts: KnownFacts = strictFacts,
): Promise<Uint8Array> {
  const vendor = stateOf(form, answers, facts);
  return writeWorkbook(workbookFacts({ assessmentId: "asm_1", head, vendor, answers, files: [] }, language));
}

export async function readBack(bytes: Uint8Array): Promise<ReadWorkbook> {
  const read = readSheets((await readWorkbookFile(bytes, "w.xlsx")).workbook!.sheets);
  if (!read) throw new Error("not a workbook of ours");
  return read;
}

export interface JudgeOptions {
  language?: Language;
  current?: Given;
  revisionOf?: (questionKey: string, revision: number) => AnswerInput | undefined;
  takes?: readonly string[];
  facts?: KnownFacts;
}

export function judged(form: AssessmentForm, { rows }: Pick<ReadWorkbook, "rows">, options: JudgeOptions = {}): JudgedRow[] {
  const { language = "en", current = new Map(), revisionOf = () => undefined, takes = [], facts = strictFacts } = options;
  return judgeRows(rows, {
    form,
    spoken: spokenBy(form, language),
    today: day,
    current,
    revisionOf,
    takes: new Set(takes),
    isFixed: () => false,
    stateWith: (answers) => vendorState(form, facts, answers),
  });
}

/** What saving the workbook over nothing gives. */
export function answersIn(form: AssessmentForm, read: ReadWorkbook, language: Language = "en"): Map<string, AnswerInput> {
  const given = new Map<string, AnswerInput>();
  for (const { row, fate } of judged(form, { rows: read.rows.map((row) => ({ ...row, revision: 0 })) }, { language })) {
    if (fate.is === "invalid") throw new Error(`${row.place} ${row.questionKey}: ${JSON.stringify(fate.problem)}`);
    if (fate.is === "save") given.set(row.questionKey, fate.answer);
  }
  return given;
}

const texts = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "-2",
  "First line\nsecond “line” & <b>",
  "Ünïcode 😀",
  "'quoted",
  "1.10",
  "2026-01-02",
  "TRUE",
];

/** An answer of its type to every question, drawn by `below`; about one in six says none, with a reason. */
export function drawnAnswers(form: AssessmentForm, below: (limit: number) => number): Map<string, StoredRevision> {
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const answers = new Map<string, StoredRevision>();
  for (const [index, question] of vendorQuestions(form).entries()) {
    const standIn = below(6) === 0 || question.type === "file" ? (question.mayBeNa && below(2) === 0 ? "na" : "declined") : undefined;
    const value = standIn ?? valueFor(question, below, pick);
    const comment = standIn === undefined && below(3) === 0 ? pick(texts) : "";
    const proof = question.evidence === null ? 3 : below(3);
    const instead =
      proof === 0
        ? ({ is: "covered", document: pick(texts), page: pick(["", "12", "§ 4"]) } as const)
        : proof === 1
          ? ({ is: "later", on: "2026-12-01" } as const)
          : null;
    const reason = standIn === undefined ? "" : pick(texts);
    answers.set(question.key, { questionKey: form.keys[index]!, value, comment, reason, instead, revision: 1 + below(5) });
  }
  return answers;
}

/** What a typed cell may hold. */
const cells: Partial<Record<ColumnType, readonly string[]>> = {
  date: ["2026-03-01"],
  country: ["DE", "IE", "US"],
  url: ["https://status.quillpay.example/now"],
  email: ["soc@quillpay.example"],
};

function valueFor(question: VendorQuestion, below: (limit: number) => number, pick: <T>(list: readonly T[]) => T): AnswerValue {
  const codes = question.options.map(({ code }) => code);
  const alone = question.options.filter(({ isExclusive }) => isExclusive).map(({ code }) => code);
  switch (question.type) {
    case "boolean":
      return below(2) === 0;
    case "choice":
      return pick(codes);
    case "multichoice": {
      const chosen = codes.filter((code) => !alone.includes(code) && below(2) === 0);
      return chosen.length > 0 ? chosen : [codes[0]!];
    }
    case "number":
      return (question.min ?? 0) + below(Math.min(20, (question.max ?? 20) - (question.min ?? 0) + 1));
    case "date":
      return pick(["2025-02-28", "2026-11-24", "2020-02-29"]);
    case "table":
      return Array.from({ length: 1 + below(Math.min(4, question.maxRows)) }, () =>
        Object.fromEntries(question.columns.map(({ id, type }) => [id, type === "number" ? below(900) / 4 : pick(cells[type] ?? texts)])),
      );
    default:
      return pick(texts).slice(0, question.maxLength ?? undefined);
  }
}

/** Where two sets of answers differ, for people who read a failing test. */
export function differences(a: ReadonlyMap<string, AnswerInput>, b: ReadonlyMap<string, AnswerInput>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => {
    const [one, other] = [a.get(key), b.get(key)];
    return !one || !other || !isSameAnswer(one, other);
  });
}

/** The vendor takes the workbook away and brings it back as it is. */
export async function aWorkbookUploaded(vendor: VendorContext): Promise<{ uploadId: string }> {
  const { fileName, bytes } = await downloadWorkbook(vendor, "en");
  return uploadWorkbook(vendor, { fileName, source: Readable.from([Buffer.from(bytes)]) });
}

/** The vendor brings a filled CAIQ instead. */
export function aCaiqUploaded(vendor: VendorContext): Promise<{ uploadId: string }> {
  const { name, bytes } = aCaiq("4.0.3", { "CEK-03.1": { answer: "Yes", description: "AES-256 everywhere." } });
  return uploadWorkbook(vendor, { fileName: name, source: Readable.from([Buffer.from(bytes)]) });
}

/** One of ours brings the workbook for the vendor. */
export async function aWorkbookUploadedForVendor(
  ctx: PersonContext,
  assessmentId: string,
  bytes?: Uint8Array,
): Promise<{ uploadId: string }> {
  const taken = await downloadBlankWorkbook(ctx, assessmentId, "en");
  const file = { fileName: taken.fileName, source: Readable.from([Buffer.from(bytes ?? taken.bytes)]) };
  return uploadWorkbookForVendor(ctx, assessmentId, file);
}

/** Filled in so that its report has something of everything: answers to save, a newer one, mistakes, a row of its own, missing documents. */
export function aWorkbookToTalkAbout(bytes: Uint8Array): Buffer {
  const book = readByOther(bytes, { cellDates: true, cellStyles: true });
  const sheet = book.Sheets.Answers!;
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: "" });
  const at = (mark: string) => rows[0]!.indexOf(mark);
  const put = (y: number, mark: string, v: string) => {
    sheet[utils.encode_cell({ r: y, c: at(mark) })] = { t: "s", v } satisfies CellObject;
  };
  const asked = rows.flatMap((row, y) => (row[at("vs:id")]?.includes("#") && row[at("vs:option")] === "" ? [y] : []));
  const answered = asked.filter((y) => rows[y]![at("vs:revision")] !== "0");
  for (const y of answered.slice(0, 3))
    put(y, "vs:comment", "Holds for both data centres since the spring; the second one was added in March.");
  for (const y of answered.slice(3, 5)) {
    put(y, "vs:revision", "0");
    put(y, "vs:comment", "As in our policy, chapter 4.");
  }
  for (const y of asked.slice(-3)) put(y, "vs:answer", "maybe, see above");
  for (const y of asked.filter((row) => !answered.includes(row)).slice(0, 4)) {
    put(y, "vs:answer", "We do not answer this");
    put(y, "vs:reason", "Confidential.");
  }
  put(rows.length, "vs:answer", "Please also see our trust centre");
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: rows[0]!.length } });
  return write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

/** What a person types into one question's row, and into its line of the sheet of documents. */
export interface Typed {
  answer?: string | number;
  comment?: string;
  reason?: string;
  options?: Record<string, string>;
  table?: (string | number)[][];
  file?: string;
  kind?: string;
  startsOn?: string;
  covered?: string;
  page?: string;
  later?: string;
}

/** The workbook as somebody saves it from another program, after typing these cells. */
export function filledIn(bytes: Uint8Array, typed: Record<string, Typed>): Buffer {
  const book = readByOther(bytes, { cellDates: true, cellStyles: true });
  for (const [key, cells] of Object.entries(typed)) {
    for (const name of book.SheetNames) type(book.Sheets[name]!, key, cells);
  }
  return write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

function type(sheet: WorkSheet, key: string, cells: Typed): void {
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: "" });
  const marks = (rows[0] ?? []).map(String);
  const put = (y: number, mark: string, value: string | number | undefined) => {
    const x = marks.indexOf(mark);
    if (x < 0 || value === undefined) return;
    const old = sheet[utils.encode_cell({ r: y, c: x })] as CellObject | undefined;
    sheet[utils.encode_cell({ r: y, c: x })] = { ...(old?.z ? { z: old.z } : {}), t: typeof value === "number" ? "n" : "s", v: value };
  };
  if (rows[1]?.[0] === key && marks[0] === "vs:table") {
    const first = rows.findIndex((row) => row[0] === "vs:rows") + 1;
    for (const [n, row] of (cells.table ?? []).entries()) for (const [x, value] of row.entries()) put(first + n, marks[x + 1]!, value);
  }
  const idAt = marks.indexOf("vs:id");
  const optionAt = marks.indexOf("vs:option");
  for (const [y, row] of rows.entries()) {
    if (idAt < 0 || row[idAt] !== key) continue;
    const option = optionAt < 0 ? "" : String(row[optionAt] ?? "");
    if (option !== "") {
      put(y, "vs:answer", cells.options?.[option]);
      continue;
    }
    for (const name of ["answer", "comment", "reason", "file", "kind", "covered", "page", "later"] as const)
      put(y, `vs:${name}`, cells[name]);
    put(y, "vs:starts", cells.startsOn);
  }
}
