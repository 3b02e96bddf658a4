// Whether an answer is one its question can take: the same refusals for a form, an answer file and a reviewer's adjusted value
// (docs: scoring, "Edges"). Hidden questions are held to it, too. Missing comments are no matter here, see requirements.ts.
import { type Day, isDay } from "#app/domain/monitoring/calendar-days.ts";
import { isMailAddress, isWebAddress } from "./addresses.ts";
import { type Answer, type AnswerValue, isAnswer, isReserved, type TableRow } from "./answer.ts";
import type { CompiledQuestion } from "./compiled.ts";
import { type Column, questionnaireLimits } from "./questionnaire.ts";

export interface AnswerProblem {
  /** Below the answer: `value`, `reason`, `determination.value` … */
  path: string;
  message: string;
}

/** What is wrong with an answer; undefined when nothing is. `as` is the day answers are judged on: no date may be after it. */
export function answerProblem(question: CompiledQuestion, answer: Answer, as: Day | undefined): AnswerProblem | undefined {
  const { value, determination } = answer;
  const given = valueProblem(question, value, answer.reason, as);
  if (given) return given;
  if (determination?.is === "adjusted") {
    if (!isAnswer(determination.value))
      return { path: "determination.value", message: "An adjusted answer needs the value it is adjusted to." };
    const adjusted = valueProblem(question, determination.value, determination.reason?.trim() ? determination.reason : answer.reason, as);
    if (adjusted) return { path: adjusted.path === "reason" ? adjusted.path : `determination.${adjusted.path}`, message: adjusted.message };
  }
  return tooLarge(answer) ? { path: "value", message: "The answer is larger than 64 KiB." } : undefined;
}

function valueProblem(
  question: CompiledQuestion,
  value: AnswerValue | undefined,
  reason: string | undefined,
  as?: Day,
): AnswerProblem | undefined {
  if (!isAnswer(value)) return undefined;
  if (isReserved(value)) {
    if (value === "na" && !question.allowsNa) return { path: "value", message: "“Not applicable” is no answer to this question." };
    return reason?.trim() ? undefined : { path: "reason", message: `“${value}” needs a reason.` };
  }
  const message = checks[question.type](value, question, as);
  return message === undefined ? undefined : { path: "value", message };
}

type Check = (value: Exclude<AnswerValue, null>, question: CompiledQuestion, as?: Day) => string | undefined;

const checks: Record<CompiledQuestion["type"], Check> = {
  boolean: (value) => (typeof value === "boolean" ? undefined : "The answer is true or false."),
  choice: (value, { options }) => {
    if (typeof value !== "string") return "The answer is the code of one option.";
    return options!.has(value) ? undefined : `There is no option “${value}”.`;
  },
  multichoice: (value, { options }) => {
    if (!Array.isArray(value)) return "The answer is a list of option codes.";
    const codes: readonly unknown[] = value;
    for (let i = 0; i < codes.length; i += 1) {
      const code = codes[i];
      if (typeof code !== "string") return "The answer is a list of option codes.";
      if (!options!.has(code)) return `There is no option “${code}”.`;
      if (codes.indexOf(code) !== i) return `The option “${code}” is named twice.`;
      if (codes.length > 1 && options!.get(code)!.isExclusive) return `The option “${code}” stands for itself, not beside others.`;
    }
    return undefined;
  },
  number: (value, { question: { min, max } }) => {
    if (typeof value !== "number" || !Number.isFinite(value)) return "The answer is a number.";
    if (min !== undefined && value < min) return `The answer is at least ${min}.`;
    return max !== undefined && value > max ? `The answer is at most ${max}.` : undefined;
  },
  date: (value, _, as) => {
    if (typeof value !== "string" || !isDay(value)) return "The answer is a calendar day, written YYYY-MM-DD.";
    if (as === undefined) return "A date needs the day it is judged on: give `as`.";
    return value > as ? `The date lies after ${as}.` : undefined;
  },
  text: (value, { question: { maxLength } }) => {
    if (typeof value !== "string") return "The answer is a text.";
    return maxLength !== undefined && value.length > maxLength ? `The text is longer than ${maxLength} characters.` : undefined;
  },
  table: (value, { question: { columns = [], maxRows } }) => {
    if (!Array.isArray(value)) return "The answer is a list of rows.";
    if (maxRows !== undefined && value.length > maxRows) return `The table has more than ${maxRows} rows.`;
    const rows: readonly unknown[] = value;
    return rows.map((row, i) => rowProblem(row, i + 1, columns)).find((problem) => problem !== undefined);
  },
  file: (value) => {
    const isName = (name: unknown) => typeof name === "string" && name !== "";
    const list: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
    return isName(value) || list?.every(isName) ? undefined : "The answer names a file, or is a list of names.";
  },
};

function rowProblem(row: unknown, number: number, columns: readonly Column[]): string | undefined {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return `Row ${number} is not a set of columns.`;
  const strange = Object.keys(row).find((id) => !columns.some((column) => column.id === id));
  if (strange !== undefined) return `Row ${number} has a column “${strange}”, which the table has not.`;
  for (const { id, type, required } of columns) {
    const cell: unknown = Object.hasOwn(row, id) ? (row as TableRow)[id] : undefined;
    if (cell === undefined || cell === null || cell === "") {
      if (required) return `Row ${number} lacks “${id}”.`;
    } else if (type === "number" ? typeof cell !== "number" : typeof cell !== "string") {
      return `Row ${number}: “${id}” is not a ${type}.`;
    } else if (type === "date" && !isDay(cell as string)) return `Row ${number}: “${id}” is not a calendar day, written YYYY-MM-DD.`;
    else if (type === "url" && !isWebAddress(cell as string)) return `Row ${number}: “${id}” is not a web address.`;
    else if (type === "email" && !isMailAddress(cell as string)) return `Row ${number}: “${id}” is not a mail address.`;
  }
  return undefined;
}

/** Measured only where texts could add up to it: a character is at most three bytes of UTF-8 per UTF-16 unit. */
function tooLarge({ value, reason = "", comment = "" }: Answer): boolean {
  const isShort = typeof value !== "object" && (typeof value !== "string" || value.length < 4096);
  if (isShort && reason.length < 4096 && comment.length < 4096) return false;
  return new TextEncoder().encode(JSON.stringify([value, reason, comment])).length > questionnaireLimits.answerBytes;
}
