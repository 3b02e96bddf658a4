// From the fields of a form to typed-in answers by question. Names are those of answer-names.ts; a name it does not know is reported,
// never ignored, so that nothing can be slipped in beside the form.
import { DomainError } from "../errors.ts";
import type { RawAnswer } from "./answer-input.ts";
import { type AnswerPart, answerParts } from "./answer-names.ts";

export interface AnswerFields {
  questionKey: string;
  baseRevision: number;
  raw: RawAnswer;
}

export interface ReadFields {
  answers: AnswerFields[];
  /** Names that belong to no question. */
  unknown: string[];
}

const maxRow = 999;

/** The answers of a form. Throws invalid, naming the first field that is not part of it. */
export function formAnswers(entries: Iterable<readonly [string, unknown]>, known: readonly string[]): AnswerFields[] {
  const { answers, unknown } = readAnswerFields(entries, known);
  if (unknown.length > 0) throw new DomainError("invalid", `“${unknown[0]}” is not part of this form. Nothing was saved.`);
  return answers;
}

/** `known` names fields of the form that belong to no question, such as its buttons. */
export function readAnswerFields(entries: Iterable<readonly [string, unknown]>, known: readonly string[] = []): ReadFields {
  const answers = new Map<string, AnswerFields & { raw: { values: string[]; rows: Record<string, string>[] } }>();
  const unknown: string[] = [];
  const of = (questionKey: string) => {
    let answer = answers.get(questionKey);
    if (!answer) {
      const raw = { values: [], rows: [], stands: "", comment: "", reason: "", instead: "", document: "", page: "", on: "" };
      answer = { questionKey, baseRevision: 0, raw };
      answers.set(questionKey, answer);
    }
    return answer;
  };
  for (const [name, value] of entries) {
    if (known.includes(name)) continue;
    const field = typeof value === "string" && !isForbidden(value) ? parse(name) : undefined;
    if (!field || typeof value !== "string") {
      unknown.push(name);
      continue;
    }
    const answer = of(field.questionKey);
    if (field.part === "cell") {
      while (answer.raw.rows.length <= field.row) answer.raw.rows.push({});
      answer.raw.rows[field.row]![field.column] = value;
    } else if (field.part === "base") answer.baseRevision = /^\d{1,9}$/.test(value) ? Number(value) : -1;
    else if (field.part === "value") answer.raw.values.push(value);
    else answer.raw[field.part] = value;
  }
  return { answers: [...answers.values()], unknown };
}

type Field = { part: AnswerPart; questionKey: string } | { part: "cell"; row: number; column: string; questionKey: string };

function parse(name: string): Field | undefined {
  const cell = /^cell:(\d{1,3}):([a-z0-9_-]{1,64}):(.{3,200})$/i.exec(name);
  if (cell) return Number(cell[1]) > maxRow ? undefined : { part: "cell", row: Number(cell[1]), column: cell[2]!, questionKey: cell[3]! };
  const plain = /^([a-z]+):(.{3,200})$/.exec(name);
  const part = answerParts.find((known) => known === plain?.[1]);
  return part && plain ? { part, questionKey: plain[2]! } : undefined;
}

/** U+0000 and lone surrogates cannot be stored or hashed the same everywhere. */
const isForbidden = (text: string): boolean => text.includes("\0") || !text.isWellFormed();
