// An answer of the inherent-risk questionnaire in words.
import { type Question, type Scale, textIn } from "#app/domain/questionnaire/questionnaire.ts";

/** "Not answered" where there is none; a code without a label is printed as it is. */
export function irqQuestionWords({ unit }: Pick<Question, "unit">, options: Scale | undefined, value: unknown): string {
  const label = (code: string) => {
    const text = options?.[code]?.label;
    return text ? textIn(text, "en", "en") : code;
  };
  if (value === undefined || value === null || value === "") return "Not answered";
  if (typeof value === "boolean") return options?.[String(value)] ? label(String(value)) : value ? "Yes" : "No";
  if (Array.isArray(value)) return value.map((code) => label(String(code))).join(", ") || "Not answered";
  if (typeof value === "number") return unit ? `${value} ${unit}` : String(value);
  return label(String(value));
}
