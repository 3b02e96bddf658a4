// One answer as the cells of its row, and back. Cells hold words of the workbook's language; codes, and words of the other languages,
// are understood, too, since people copy rows between workbooks.
import { type AnswerValue, isReserved, type ReservedCode } from "../../questionnaire/answer.ts";
import type { VendorQuestion } from "../../questionnaire/vendor-question.ts";
import type { AnswerInput } from "../answer-input.ts";

/** What of one question stands in a workbook; "" is an empty cell. */
export interface WorkbookCells {
  answer: string;
  comment: string;
  reason: string;
  /** By option code: a word for ticked or not. Questions with several answers only. */
  options: Record<string, string>;
  /** Rows with something in them, by column. */
  table: Record<string, string>[];
  covered: string;
  page: string;
  later: string;
}

export const emptyCells = (): WorkbookCells => ({
  answer: "",
  comment: "",
  reason: "",
  options: {},
  table: [],
  covered: "",
  page: "",
  later: "",
});

export interface CellWords {
  yes: string;
  no: string;
  notApplicable: string;
  declined: string;
}

/** A question in one language. */
export interface Spoken {
  question: VendorQuestion;
  words: CellWords;
}

/** As a cell gives a text back: one kind of line break, no characters a spreadsheet cannot hold. */
export function cellText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold control characters
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, " ")
      .trim()
  );
}

const folded = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** The word of an option; with its code where two options of a question have the same one. */
export function optionWord({ question, words }: Spoken, code: string): string {
  const wordOf = ({ code: own, label }: { code: string; label: string }) =>
    label || (question.type === "boolean" ? (own === "true" ? words.yes : words.no) : own);
  const options = optionsOf(question);
  const option = options.find((each) => each.code === code);
  if (!option) return code;
  const word = cellText(wordOf(option));
  const isTaken = options.some((each) => each.code !== code && folded(wordOf(each)) === folded(word));
  return isTaken ? `${word} [${code}]` : word;
}

/** Yes and no may have labels of their own. */
export function optionsOf({ type, options }: VendorQuestion): readonly { code: string; label: string }[] {
  return type === "boolean" && options.length === 0 ? ["true", "false"].map((code) => ({ code, label: "" })) : options;
}

export function standInWord({ question, words }: Spoken, code: ReservedCode): string {
  return code === "declined" ? words.declined : cellText(question.naLabel ?? words.notApplicable);
}

/** The answer as cells. */
export function cellsOf(spoken: Spoken, answer: AnswerInput | undefined): WorkbookCells {
  const cells = emptyCells();
  if (!answer) return cells;
  const { value, comment, reason, instead } = answer;
  cells.comment = cellText(comment);
  cells.reason = cellText(reason);
  if (instead?.is === "covered") {
    cells.covered = cellText(instead.document);
    cells.page = cellText(instead.page);
  } else if (instead?.is === "later") cells.later = instead.on;
  if (isReserved(value)) cells.answer = standInWord(spoken, value);
  else if (Array.isArray(value)) fillList(cells, spoken, value);
  else if (value !== null) cells.answer = wordOf(spoken, value);
  return cells;
}

function wordOf(spoken: Spoken, value: boolean | number | string): string {
  const { type } = spoken.question;
  return type === "boolean" || type === "choice" ? optionWord(spoken, String(value)) : cellText(String(value));
}

function fillList(cells: WorkbookCells, { question, words }: Spoken, value: Extract<AnswerValue, unknown[]>): void {
  const list: readonly (string | Record<string, string | number>)[] = value;
  if (question.type === "multichoice")
    for (const { code } of question.options) cells.options[code] = list.includes(code) ? words.yes : words.no;
  else
    for (const row of list) {
      if (typeof row !== "object") continue;
      const texts = question.columns.map(({ id }) => [id, cellText(String(row[id] ?? ""))] as const);
      cells.table.push(Object.fromEntries(texts.filter(([, text]) => text !== "")));
    }
}

/** The code of the option somebody wrote in a cell; undefined when there is none. */
export function optionCode(languages: readonly Spoken[], text: string): string | undefined {
  const wanted = folded(text);
  for (const spoken of languages) {
    const found = optionsOf(spoken.question).find(
      ({ code }) => folded(optionWord(spoken, code)) === wanted || (code.toLowerCase() === wanted && spoken.question.type !== "text"),
    );
    if (found) return found.code;
  }
  return undefined;
}

/** Whether the cell says, in place of an answer, that there is none. */
export function standInCode(languages: readonly Spoken[], text: string): ReservedCode | undefined {
  const wanted = folded(text);
  return (["declined", "na"] as const).find((code) =>
    languages.some((spoken) => (code === "declined" || mayMeanNa(spoken)) && folded(standInWord(spoken, code)) === wanted),
  );
}

/** Where “not applicable” is no answer, a free text may say it all the same. */
const mayMeanNa = ({ question }: Spoken): boolean => question.mayBeNa || question.type !== "text";

/** Whether an option is ticked; undefined for what is neither yes nor no. */
export function tick(languages: readonly Spoken[], text: string): boolean | undefined {
  const wanted = folded(text);
  if (wanted === "x" || languages.some(({ words }) => folded(words.yes) === wanted)) return true;
  return languages.some(({ words }) => folded(words.no) === wanted) ? false : undefined;
}

/** A day as spreadsheets and people write it: 2026-11-26, with a time behind it, or 26.11.2026. Anything else stays as it is. */
export function dayIn(text: string): string {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/.exec(text);
  if (iso) return iso[1]!;
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return german ? `${german[3]}-${german[2]!.padStart(2, "0")}-${german[1]!.padStart(2, "0")}` : text;
}
