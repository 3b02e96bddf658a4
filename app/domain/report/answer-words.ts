// An answer as people read it: the labels of options in the source language, rows of a table one per line.
import type { AnswerValue, TableRow } from "#app/domain/questionnaire/answer.ts";
import type { CompiledQuestion } from "#app/domain/questionnaire/compiled.ts";
import { optionsOf, type Questionnaire, textIn } from "#app/domain/questionnaire/questionnaire.ts";

/** Empty for no answer and for the reserved codes, which have words of their own. Languages: English, else the source language. */
export function answerWords(
  { question, type }: Pick<CompiledQuestion, "question" | "type">,
  from: Questionnaire,
  value: AnswerValue,
): string {
  const source = from.languages[0] ?? "en";
  const options = optionsOf(from, question);
  const label = (code: string) => {
    const text = options?.[code]?.label;
    return text ? textIn(text, "en", source) : code;
  };
  if (value === null || value === "na" || value === "declined") return "";
  if (typeof value === "boolean") return options?.[String(value)] ? label(String(value)) : value ? "Yes" : "No";
  if (typeof value === "number") return question.unit ? `${value} ${question.unit}` : String(value);
  if (typeof value === "string") return type === "choice" ? label(value) : value;
  if (isRows(value)) return value.map((row) => rowWords(row, question.columns)).join("\n");
  return value.map((item) => (type === "multichoice" ? label(item) : item)).join(type === "multichoice" ? ", " : "\n");
}

const isRows = (value: string[] | TableRow[]): value is TableRow[] => typeof value[0] === "object";

function rowWords(row: TableRow, columns: CompiledQuestion["question"]["columns"]): string {
  const names = columns?.map(({ id }) => id) ?? Object.keys(row);
  const [first = "", ...rest] = names.map((name) => String(row[name] ?? "")).filter((cell) => cell !== "");
  return rest.length > 0 ? `${first} (${rest.join(", ")})` : first;
}
