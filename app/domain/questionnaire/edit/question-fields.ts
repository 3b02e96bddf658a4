// A question as its form shows it: the reverse of question-typed.ts.
import type { Option, Question, Scale, Text } from "../questionnaire.ts";
import { type OptionRow, percentField } from "./options-typed.ts";
import type { QuestionInput } from "./question-typed.ts";
import { percentOf, type TypedText } from "./typed.ts";

export const textField = (text: Text | undefined): TypedText => ({ en: text?.en ?? "", de: text?.de ?? "" });

const numberField = (value: number | undefined): string => (value === undefined ? "" : String(value));

const yesNoField = (value: boolean | undefined) => (value === undefined ? "" : value ? "yes" : "no");

export const optionRow = ([code, option]: [string, Option]): OptionRow => ({
  id: code,
  was: code,
  label: textField(option.label),
  percent: percentField(option.score),
  needsComment: option.require !== undefined,
  isExclusive: option.exclusive === true,
});

export const optionRows = (scale: Scale | undefined): OptionRow[] => Object.entries(scale ?? {}).map(optionRow);

export function questionFields(question: Question): QuestionInput {
  const { evidence, onFail } = question;
  return {
    id: question.id,
    type: question.type,
    text: textField(question.text),
    why: textField(question.why),
    guidance: textField(question.guidance),
    required: yesNoField(question.required),
    na: yesNoField(question.na),
    scored: question.scored === false ? "no" : "",
    weight: numberField(question.weight),
    scale: question.scale ?? "",
    options: optionRows(question.options),
    bands: (question.bands ?? []).map(({ upTo, score }) => ({ upTo: numberField(upTo), percent: percentOf(score) })),
    unit: question.unit ?? "",
    min: numberField(question.min),
    max: numberField(question.max),
    maxLength: numberField(question.maxLength),
    isMultiline: question.multiline === true,
    columns: (question.columns ?? []).map(({ id, type, label, required }) => ({
      id,
      type,
      label: textField(label),
      isRequired: required === true,
    })),
    maxRows: numberField(question.maxRows),
    kinds: question.type === "file" ? (question.kinds ?? []) : (evidence?.kinds ?? []),
    evidenceMin: numberField(evidence?.min),
    maxAgeDays: numberField(evidence?.maxAgeDays),
    isProofRequired: evidence?.proof === "required",
    coveredBy: evidence?.coveredBy ?? [],
    isKnockOut: question.criticality === "blocker",
    capScore: numberField(onFail?.capScore),
    severity: onFail?.finding?.severity ?? "",
    finding: textField(onFail?.finding?.title),
    controls: (question.controls ?? []).join("\n"),
    topics: (question.topics ?? []).join("\n"),
    isPerVendor: question.askedPer === "vendor",
  };
}
