// The frame of a condition in words, whoever it is read to: what joins its parts, and that groups within groups stand in brackets.
import type { Compared, Cond } from "./questionnaire.ts";

export interface ConditionSpeech {
  /** What stands between parts, with its spaces. */
  and: string;
  or: string;
  /** `inner` gives what is denied, as a part of something or standing alone. */
  not(inner: (isPart: boolean) => string): string;
  comparison(cond: Compared, isPart: boolean): string;
}

/** `isPart`: it stands within a group. */
export function framed(cond: Cond, speech: ConditionSpeech, isPart = false): string {
  const group = (parts: readonly Cond[], between: string) =>
    joined(
      parts.map((part) => framed(part, speech, parts.length > 1)),
      between,
      isPart,
    );
  if ("all" in cond) return group(cond.all, speech.and);
  if ("any" in cond) return group(cond.any, speech.or);
  if ("not" in cond) return speech.not((isInner) => framed(cond.not, speech, isInner));
  return speech.comparison(cond, isPart);
}

/** Several parts within a group stand in brackets. */
export function joined(parts: readonly string[], between: string, isPart: boolean): string {
  const text = parts.join(between);
  return isPart && parts.length > 1 ? `(${text})` : text;
}
