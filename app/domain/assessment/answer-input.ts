// From what a form sends for one question to an answer. Refuses only what cannot be an answer at all; what is merely missing
// (a comment, a reason, a document) keeps nobody from saving, it keeps them from submitting.
import { isDay } from "../monitoring/calendar-days.ts";
import { isMailAddress, isWebAddress } from "../questionnaire/addresses.ts";
import { type AnswerValue, isAnswer, isReserved, type TableRow } from "../questionnaire/answer.ts";
import { countryOf } from "../questionnaire/countries.ts";
import { type ColumnType, questionnaireLimits } from "../questionnaire/questionnaire.ts";
import type { VendorColumn, VendorQuestion } from "../questionnaire/vendor-question.ts";
import { isPromisable } from "./submission.ts";

/** How the vendor stands in for missing evidence. `evidenceId`: the document is attached to the answer, so its own state decides. */
export type Instead = { is: "covered"; document: string; page: string; evidenceId?: string } | { is: "later"; on: string };

/** Where in a document: "page 12" for a number, else as written ("chapter 4"). */
export const placeWords = (page: string): string => (/^\d/.test(page) ? `page ${page}` : page);

/** One question as typed. */
export interface RawAnswer {
  /** Of the control itself; several for a list of ticks. */
  values: readonly string[];
  /** Cells of a table, by row and column. */
  rows: readonly Readonly<Record<string, string>>[];
  /** "na" or "declined" ticked in place of an answer. */
  stands: string;
  comment: string;
  reason: string;
  instead: string;
  document: string;
  page: string;
  on: string;
}

export interface AnswerInput {
  value: AnswerValue;
  comment: string;
  reason: string;
  instead: Instead | null;
}

/** Where in the question the mistake is. */
export type AnswerField = "value" | "comment" | "reason" | "instead" | "page";

export type AnswerProblem =
  | { is: "unknown_option" }
  | { is: "only_one" }
  | { is: "exclusive"; label: string }
  | { is: "number"; min: number | null; max: number | null }
  | { is: "day" }
  | { is: "future_day" }
  | { is: "too_long"; max: number }
  | { is: "too_many_rows"; max: number }
  | { is: "empty_cell"; row: number; column: string }
  | { is: "bad_cell"; row: number; column: string; type: Exclude<ColumnType, "text"> }
  | { is: "not_applicable_here" }
  | { is: "which_document" }
  | { is: "promise" };

export type ReadAnswer = { ok: true; answer: AnswerInput } | { ok: false; field: AnswerField; problem: AnswerProblem };

const maxNote = 4000;
const maxText = 20_000;
const maxCell = 500;

/** Reads one question's fields. `today` bounds dates: an answer lies in the past, a promise within thirty days. */
export function readAnswer(question: VendorQuestion, raw: RawAnswer, today: string): ReadAnswer {
  const comment = raw.comment.trim();
  const reason = raw.reason.trim();
  if (comment.length > maxNote) return refuse("comment", { is: "too_long", max: maxNote });
  if (reason.length > maxNote) return refuse("reason", { is: "too_long", max: maxNote });
  const value = readValue(question, raw, today);
  if ("problem" in value) return refuse("value", value.problem);
  const instead = readInstead(raw, today);
  if ("problem" in instead) return refuse("instead", instead.problem);
  const isStandIn = isReserved(value.value);
  const answer = { value: value.value, comment: isStandIn ? "" : comment, reason: isStandIn ? reason : "", instead: instead.instead };
  if (JSON.stringify(answer).length > questionnaireLimits.answerBytes) return refuse("value", { is: "too_long", max: maxText });
  return { ok: true, answer };
}

const refuse = (field: AnswerField, problem: AnswerProblem): ReadAnswer => ({ ok: false, field, problem });

type Value = { value: AnswerValue } | { problem: AnswerProblem };

function readValue(question: VendorQuestion, raw: RawAnswer, today: string): Value {
  const given = raw.values.map((value) => value.trim()).filter((value) => value !== "");
  const standIn = raw.stands || given.find((value) => isReserved(value) && question.type !== "text") || "";
  if (standIn !== "") {
    if (standIn === "declined" || (standIn === "na" && question.mayBeNa)) return { value: standIn };
    return { problem: { is: "not_applicable_here" } };
  }
  if (question.type === "table") return readTable(question, raw.rows);
  if (given.length === 0 || question.type === "file") return { value: null };
  if (question.type === "multichoice") return readMultichoice(question, given);
  if (given.length > 1) return { problem: { is: "only_one" } };
  const [one = ""] = given;
  switch (question.type) {
    case "boolean":
      return one === "true" || one === "false" ? { value: one === "true" } : { problem: { is: "unknown_option" } };
    case "choice":
      return question.options.some(({ code }) => code === one) ? { value: one } : { problem: { is: "unknown_option" } };
    case "number":
      return readNumber(question, one);
    case "date":
      if (!isDay(one)) return { problem: { is: "day" } };
      return one > today ? { problem: { is: "future_day" } } : { value: one };
    case "text": {
      const max = question.maxLength ?? maxText;
      if (one.length > max) return { problem: { is: "too_long", max } };
      // The reserved words, typed as text, are text.
      return { value: isReserved(one) ? one.toUpperCase() : one };
    }
  }
}

function readMultichoice({ options }: VendorQuestion, given: readonly string[]): Value {
  const codes = options.filter(({ code }) => given.includes(code));
  if (codes.length !== new Set(given).size) return { problem: { is: "unknown_option" } };
  const alone = codes.find(({ isExclusive }) => isExclusive);
  if (alone && codes.length > 1) return { problem: { is: "exclusive", label: alone.label } };
  return { value: codes.map(({ code }) => code) };
}

function readNumber({ min, max }: Pick<VendorQuestion, "min" | "max">, text: string): Value {
  const number = /^[-−+]?\d{1,12}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(",", ".").replace("−", "-")) : Number.NaN;
  const isInside = (min === null || number >= min) && (max === null || number <= max);
  return Number.isFinite(number) && isInside ? { value: number } : { problem: { is: "number", min, max } };
}

function readTable({ columns, maxRows }: VendorQuestion, rows: RawAnswer["rows"]): Value {
  const filled = rows.filter((row) => columns.some(({ id }) => (row[id] ?? "").trim() !== ""));
  if (filled.length > maxRows) return { problem: { is: "too_many_rows", max: maxRows } };
  const table: TableRow[] = [];
  for (const [index, row] of filled.entries()) {
    const read: TableRow = {};
    for (const column of columns) {
      const cell = readCell(column, (row[column.id] ?? "").trim(), index + 1);
      if (typeof cell === "object") return { problem: cell };
      if (cell !== undefined) read[column.id] = cell;
    }
    table.push(read);
  }
  return { value: table.length === 0 ? null : table };
}

function readCell(column: VendorColumn, text: string, row: number): string | number | undefined | AnswerProblem {
  const { label, type, isRequired } = column;
  if (text === "") return isRequired ? { is: "empty_cell", row, column: label } : undefined;
  if (text.length > maxCell) return { is: "too_long", max: maxCell };
  if (type === "number") {
    const read = readNumber({ min: null, max: null }, text);
    return "value" in read ? (read.value as number) : { is: "bad_cell", row, column: label, type };
  }
  if (type === "country") return countryOf(text) ?? { is: "bad_cell", row, column: label, type };
  const isFit = type === "text" || (type === "date" ? isDay(text) : type === "url" ? isWebAddress(text) : isMailAddress(text));
  return isFit ? text : { is: "bad_cell", row, column: label, type };
}

function readInstead({ instead, document, page, on }: RawAnswer, today: string): { instead: Instead | null } | { problem: AnswerProblem } {
  if (instead === "covered") {
    const named = document.trim();
    if (named === "") return { problem: { is: "which_document" } };
    if (named.length > maxCell || page.trim().length > maxCell) return { problem: { is: "too_long", max: maxCell } };
    return { instead: { is: "covered", document: named, page: page.trim() } };
  }
  if (instead === "later")
    return isPromisable(on.trim(), today) ? { instead: { is: "later", on: on.trim() } } : { problem: { is: "promise" } };
  return { instead: null };
}

/** A form names the document in words only: while the name stays, it is still the one that was attached. */
export function keepsReport(answer: AnswerInput, before: Instead | null | undefined): AnswerInput {
  const { instead } = answer;
  if (instead?.is !== "covered" || before?.is !== "covered" || before.evidenceId === undefined) return answer;
  return instead.document === before.document ? { ...answer, instead: { ...instead, evidenceId: before.evidenceId } } : answer;
}

/** The same answer in every part, so that saving it again makes no revision. */
export function isSameAnswer(a: AnswerInput, b: AnswerInput): boolean {
  return canonical(a) === canonical(b);
}

function canonical({ value, comment, reason, instead }: AnswerInput): string {
  const standIn = instead === null ? [] : instead.is === "covered" ? ["covered", instead.document, instead.page] : ["later", instead.on];
  const cells = Array.isArray(value) ? value.map((row) => (typeof row === "object" ? Object.entries(row).sort() : row)) : value;
  return JSON.stringify([isAnswer(value) ? cells : null, comment, reason, standIn]);
}
