// A condition as one line for people who write questionnaires: `card ≥ 3 or pci_validation is none`. For command lines and editors.
import type { Cond } from "./questionnaire.ts";

const signs = { lt: "<", lte: "≤", gt: ">", gte: "≥" } as const;

function comparison(cond: Exclude<Cond, { all: Cond[] } | { any: Cond[] } | { not: Cond }>): string {
  const subject = "q" in cond ? cond.q : `fact ${cond.fact}`;
  if ("is" in cond) return `${subject} is ${cond.is}`;
  if ("in" in cond) return `${subject} is ${cond.in.join(" or ")}`;
  if ("has" in cond) return `${subject} has ${cond.has}`;
  if ("answered" in cond) return `${subject} is ${cond.answered ? "answered" : "not answered"}`;
  const [[sign, than]] = Object.entries(cond).filter(([key]) => Object.hasOwn(signs, key)) as [[keyof typeof signs, number | string]];
  return `${subject} ${signs[sign]} ${than}`;
}

/** Groups within groups stand in brackets. */
export function conditionText(cond: Cond, isInner = false): string {
  const group = (parts: readonly Cond[], word: string) => {
    const text = parts.map((part) => conditionText(part, parts.length > 1)).join(` ${word} `);
    return isInner && parts.length > 1 ? `(${text})` : text;
  };
  if ("all" in cond) return group(cond.all, "and");
  if ("any" in cond) return group(cond.any, "or");
  if ("not" in cond) return `not ${conditionText(cond.not, true)}`;
  return comparison(cond);
}
