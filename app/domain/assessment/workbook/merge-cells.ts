// The answer a row of a workbook makes of the one that is stored: what its cells say differently is taken, an empty cell changes nothing.
// A table is one answer: rows on its sheet replace all rows, an empty sheet changes nothing.
import { isReserved } from "../../questionnaire/answer.ts";
import type { AnswerField, AnswerInput, AnswerProblem, RawAnswer } from "../answer-input.ts";
import { typedAnswer } from "../typed-answer.ts";
import { cellsOf, dayIn, optionCode, type Spoken, standInCode, tick, type WorkbookCells } from "./workbook-cells.ts";

/** Beyond what a form can get wrong: a row may say two things at once, or name a file where no name counts. */
export type WorkbookProblem = AnswerProblem | { is: "both_answers" } | { is: "both_proofs" } | { is: "file_elsewhere" };

export type Merged = { ok: true; raw: RawAnswer } | { ok: false; field: AnswerField; problem: WorkbookProblem };

const nothing: AnswerInput = { value: null, comment: "", reason: "", instead: null };

/** Whether the row says anything, and whether that is something else than the answer it was made from. */
export function isEmptyRow({ answer, comment, reason, options, table, covered, page, later }: WorkbookCells): boolean {
  return [answer, comment, reason, covered, page, later, ...Object.values(options)].every((text) => text === "") && table.length === 0;
}

export function isUntouched(cells: WorkbookCells, base: WorkbookCells): boolean {
  return (
    !differs(cells, base, "answer", "comment", "reason", "covered", "page", "later") &&
    !optionsDiffer(cells, base) &&
    !tableDiffers(cells, base)
  );
}

type TextCell = "answer" | "comment" | "reason" | "covered" | "page" | "later";

const differs = (cells: WorkbookCells, base: WorkbookCells, ...names: TextCell[]): boolean =>
  names.some((name) => cells[name] !== "" && cells[name] !== base[name]);

const optionsDiffer = ({ options }: WorkbookCells, base: WorkbookCells): boolean =>
  Object.entries(options).some(([code, text]) => text !== "" && text !== (base.options[code] ?? ""));

const tableDiffers = ({ table }: WorkbookCells, base: WorkbookCells): boolean => table.length > 0 && !isSameTable(table, base.table);

const isSameTable = (a: WorkbookCells["table"], b: WorkbookCells["table"]): boolean => canonical(a) === canonical(b);

const canonical = (table: WorkbookCells["table"]): string =>
  JSON.stringify(table.map((row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));

/**
 * The fields of the answer, as a form would send them. `languages[0]` is the workbook's own; `base` is the answer the row was made from,
 * `current` the one that is stored.
 */
export function mergeCells(
  languages: readonly [Spoken, ...Spoken[]],
  cells: WorkbookCells,
  base: AnswerInput | undefined,
  current: AnswerInput | undefined,
): Merged {
  const [spoken] = languages;
  const madeFrom = cellsOf(spoken, base);
  const stored = cellsOf(spoken, current);
  const raw: Writable<RawAnswer> = { ...typedAnswer(current ?? nothing) };
  if (cells.comment !== "" && cells.comment !== stored.comment) raw.comment = cells.comment;
  if (cells.reason !== "" && cells.reason !== stored.reason) raw.reason = cells.reason;
  const value = mergeValue(languages, cells, madeFrom, stored, current);
  if ("is" in value) return { ok: false, field: "value", problem: value };
  const proof = mergeProof(cells, madeFrom, stored);
  if ("is" in proof) return { ok: false, field: "instead", problem: proof };
  return { ok: true, raw: { ...raw, ...value, ...proof } };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type ValueFields = Partial<Pick<RawAnswer, "values" | "rows" | "stands">>;

function mergeValue(
  languages: readonly [Spoken, ...Spoken[]],
  cells: WorkbookCells,
  madeFrom: WorkbookCells,
  stored: WorkbookCells,
  current: AnswerInput | undefined,
): ValueFields | WorkbookProblem {
  const { question } = languages[0];
  const isList = question.type === "multichoice" || question.type === "table";
  if (!isList) return cells.answer === "" || cells.answer === stored.answer ? {} : readCell(languages, cells.answer);
  const saysNone = differs(cells, madeFrom, "answer");
  const saysSome = optionsDiffer(cells, madeFrom) || tableDiffers(cells, madeFrom);
  if (saysNone && saysSome) return { is: "both_answers" };
  const hasSome = cells.table.length > 0 || Object.values(cells.options).some((text) => text !== "");
  if (saysNone || (cells.answer !== "" && !saysSome)) {
    return cells.answer === stored.answer ? {} : readCell(languages, cells.answer);
  }
  if (!hasSome || (!optionsDiffer(cells, stored) && !tableDiffers(cells, stored))) return {};
  if (question.type === "table") return { rows: tableRows(languages[0], cells.table), values: [], stands: "" };
  return readTicks(languages, cells.options, current);
}

/** The answer's own cell. */
function readCell(languages: readonly [Spoken, ...Spoken[]], text: string): ValueFields | WorkbookProblem {
  const stands = standInCode(languages, text);
  if (stands) return { values: [], rows: [], stands };
  const { type, unit } = languages[0].question;
  switch (type) {
    case "boolean":
    case "choice": {
      const code = optionCode(languages, text);
      return code === undefined ? { is: "unknown_option" } : { values: [code], stands: "" };
    }
    case "number":
      return { values: [unit !== null && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text], stands: "" };
    case "date":
      return { values: [dayIn(text)], stands: "" };
    case "text":
      return { values: [text], stands: "" };
    case "file":
      return { is: "file_elsewhere" };
    default:
      return { is: "unknown_option" };
  }
}

function readTicks(
  languages: readonly Spoken[],
  options: WorkbookCells["options"],
  current: AnswerInput | undefined,
): ValueFields | WorkbookProblem {
  const before = current && !isReserved(current.value) && Array.isArray(current.value) ? (current.value as string[]) : [];
  const values: string[] = [];
  for (const { code } of languages[0]!.question.options) {
    const text = options[code] ?? "";
    const isTicked = text === "" ? before.includes(code) : tick(languages, text);
    if (isTicked === undefined) return { is: "unknown_option" };
    if (isTicked) values.push(code);
  }
  return { values, stands: "" };
}

function tableRows({ question }: Spoken, table: WorkbookCells["table"]): Record<string, string>[] {
  const days = new Set(question.columns.filter(({ type }) => type === "date").map(({ id }) => id));
  return table.map((row) => Object.fromEntries(Object.entries(row).map(([id, text]) => [id, days.has(id) ? dayIn(text) : text])));
}

type ProofFields = Partial<Pick<RawAnswer, "instead" | "document" | "page" | "on">>;

function mergeProof(cells: WorkbookCells, madeFrom: WorkbookCells, stored: WorkbookCells): ProofFields | WorkbookProblem {
  const saysCovered = differs(cells, madeFrom, "covered", "page");
  const saysLater = differs(cells, madeFrom, "later");
  if (saysCovered && saysLater) return { is: "both_proofs" };
  if (saysLater || (cells.later !== "" && !saysCovered)) {
    return cells.later === stored.later ? {} : { instead: "later", on: dayIn(cells.later) };
  }
  if (!differs(cells, stored, "covered", "page")) return {};
  return { instead: "covered", document: cells.covered || stored.covered, page: cells.page || stored.page };
}
