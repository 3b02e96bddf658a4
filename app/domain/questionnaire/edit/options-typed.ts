// Options and bands as typed, row by row. Empty rows are none. A score is typed in percent; "–" leaves the question out of the score.
import { type Band, type Language, type Option, type QuestionType, questionnaireLimits, type Scale } from "../questionnaire.ts";
import { proposeId } from "./propose-id.ts";
import { type Complaints, defined, numberTyped, percentOf, scoreTyped, type TypedText, textTyped } from "./typed.ts";

export interface OptionRow {
  /** The code that is stored with answers. */
  id: string;
  /** The code this row had when the form was opened; "" for a new one. */
  was: string;
  label: TypedText;
  percent: string;
  needsComment: boolean;
  isExclusive: boolean;
}

export interface BandRow {
  upTo: string;
  percent: string;
}

export const notScored = "–";
const dashes = new Set([notScored, "-", "—", "−"]);

export const percentField = (score: number | null | undefined): string =>
  score === undefined ? "" : score === null ? notScored : percentOf(score);

interface Of {
  type: QuestionType | "scale";
  source: Language;
}

/** Complains by row: `option-0`, `option-1`, … */
export function optionsTyped(rows: readonly OptionRow[], was: Scale, { type, source }: Of, complaints: Complaints) {
  const options: Scale = {};
  const codes = new Map<string, string>();
  rows.forEach((row, at) => {
    // The two codes of a yes-or-no question stand there whether they are used or not.
    const isEmpty = [type === "boolean" ? "" : row.id, row.label.en, row.label.de, row.percent].every((words) => words.trim() === "");
    if (isEmpty) return;
    const field = `option-${at}`;
    const label = textTyped(row.label, source, field, complaints, { isNeeded: true });
    const id = row.id.trim() || proposeId(label?.[source] ?? "", new Set(Object.keys(options)), "option");
    const problem = codeProblem(id, type) ?? (Object.hasOwn(options, id) ? `The code “${id}” stands twice.` : undefined);
    if (problem) complaints.add(field, problem);
    const score = dashes.has(row.percent.trim()) ? null : scoreTyped(row.percent, field, complaints);
    if (id === "na" && score !== undefined && score !== null) complaints.add(field, "“na” means not applicable: its score is –.");
    const old = Object.hasOwn(was, row.was) ? was[row.was] : undefined;
    if (old && row.was !== id) codes.set(row.was, id);
    const require = row.needsComment ? (["comment"] as Option["require"]) : undefined;
    const exclusive = row.isExclusive ? true : undefined;
    Object.defineProperty(options, id, {
      value: defined<Option>({ score, label: label ?? {}, require, exclusive, level: old?.level }),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  });
  const count = Object.keys(options).length;
  if (count > questionnaireLimits.options)
    complaints.add("option-0", `There are ${count} options; ${questionnaireLimits.options} is the limit.`);
  if (count === 0 && type !== "boolean") complaints.add("option-0", "Write at least one option.");
  return { options, codes };
}

function codeProblem(code: string, type: Of["type"]): string | undefined {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}$/.test(code)) return "A code has letters, digits and _ . + - only, at most 64.";
  if (code === "declined") return "The code “declined” is reserved for “we do not answer this”.";
  if (type === "boolean" && code !== "true" && code !== "false") return "A yes-or-no question has the codes true and false only.";
  return undefined;
}

/** Bands by rising bound; the last one takes the rest. Complains by row: `band-0`, `band-1`, … */
export function bandsTyped(rows: readonly BandRow[], complaints: Complaints): Band[] | undefined {
  const filled = rows.map((row, at) => ({ ...row, at })).filter(({ upTo, percent }) => upTo.trim() !== "" || percent.trim() !== "");
  const bands = filled.map(({ upTo, percent, at }, n): Band => {
    const field = `band-${at}`;
    const score = scoreTyped(percent, field, complaints);
    const bound = numberTyped(upTo, field, complaints);
    const isLast = n === filled.length - 1;
    if (score === undefined) complaints.add(field, "Say how many percent this is worth.");
    if (isLast && bound !== undefined) complaints.add(field, "The last line has no bound: it takes all the rest.");
    if (!isLast && bound === undefined) complaints.add(field, "Every line but the last needs a bound.");
    const before = numberTyped(filled[n - 1]?.upTo ?? "", field, complaints);
    if (bound !== undefined && before !== undefined && bound <= before) complaints.add(field, "The bounds rise from line to line.");
    return defined<Band>({ upTo: bound, score: score ?? 0 });
  });
  return bands.length > 0 ? bands : undefined;
}
