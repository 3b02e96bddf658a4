// The flat fields of a question's form put together: rows of options, bands and columns, texts in both languages. The same for a form that
// was parsed and for one that is shown again as it was typed. Free of zod, so that pages may import it.
import { type ColumnType, columnTypes, type QuestionType } from "../questionnaire.ts";
import type { OptionRow } from "./options-typed.ts";
import type { QuestionInput } from "./question-typed.ts";
import type { TypedText } from "./typed.ts";

/** By name of field: one value, or several of one name. */
export type FieldValues = Readonly<Record<string, unknown>>;

export const valueIn = (values: FieldValues, name: string): string => {
  const value = values[name];
  return typeof value === "string" ? value : Array.isArray(value) ? String(value[0] ?? "") : "";
};

export const listIn = (values: FieldValues, name: string): string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
};

export const isTicked = (values: FieldValues, name: string): boolean => values[name] === true || values[name] === "on";

export const textsIn = (values: FieldValues, name: string): TypedText => ({
  en: valueIn(values, `${name}-en`),
  de: valueIn(values, `${name}-de`),
});

/** As many rows as the longest of these lists has entries. */
const rows = <T>(values: FieldValues, names: readonly string[], row: (of: (name: string) => string, at: number) => T): T[] => {
  const lists = new Map(names.map((name) => [name, listIn(values, name)]));
  const count = Math.max(0, ...[...lists.values()].map(({ length }) => length));
  return Array.from({ length: count }, (_, at) => row((name) => lists.get(name)?.[at] ?? "", at));
};

export const optionRowsIn = (values: FieldValues): OptionRow[] =>
  rows(values, ["optionId", "optionWas", "optionEn", "optionDe", "optionPercent"], (of, at) => ({
    id: of("optionId"),
    was: of("optionWas"),
    label: { en: of("optionEn"), de: of("optionDe") },
    percent: of("optionPercent"),
    needsComment: listIn(values, "optionComment").includes(String(at)),
    isExclusive: listIn(values, "optionExclusive").includes(String(at)),
  }));

const yesNo = (value: string): "" | "yes" | "no" => (value === "yes" || value === "no" ? value : "");

export function questionInput(values: FieldValues): QuestionInput {
  const of = (name: string) => valueIn(values, name);
  return {
    ...{ id: of("id"), type: of("type") as QuestionType },
    ...{ text: textsIn(values, "text"), why: textsIn(values, "why"), guidance: textsIn(values, "guidance") },
    ...{ required: yesNo(of("required")), na: yesNo(of("na")), scored: of("scored") === "no" ? "no" : "", weight: of("weight") },
    ...{ scale: of("scale"), options: optionRowsIn(values) },
    bands: rows(values, ["bandUpTo", "bandPercent"], (row) => ({ upTo: row("bandUpTo"), percent: row("bandPercent") })),
    ...{ unit: of("unit"), min: of("min"), max: of("max"), maxLength: of("maxLength"), isMultiline: isTicked(values, "isMultiline") },
    columns: rows(values, ["columnId", "columnType", "columnEn", "columnDe"], (row, at) => ({
      id: row("columnId").trim(),
      type: columnTypes.find((type) => type === row("columnType")) ?? ("text" satisfies ColumnType),
      label: { en: row("columnEn"), de: row("columnDe") },
      isRequired: listIn(values, "columnRequired").includes(String(at)),
    })),
    maxRows: of("maxRows"),
    ...{ kinds: listIn(values, "kinds"), evidenceMin: of("evidenceMin"), maxAgeDays: of("maxAgeDays") },
    ...{ isProofRequired: isTicked(values, "isProofRequired"), coveredBy: listIn(values, "coveredBy") },
    ...{
      isKnockOut: isTicked(values, "isKnockOut"),
      capScore: of("capScore"),
      severity: of("severity"),
      finding: textsIn(values, "finding"),
    },
    ...{ controls: of("controls"), topics: of("topics"), isPerVendor: isTicked(values, "isPerVendor") },
  };
}
