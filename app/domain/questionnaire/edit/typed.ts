// What is typed into the fields of a form, as parts of a questionnaire; wrong input is collected by field and refused together.
import { DomainError } from "#app/domain/errors.ts";
import { type Language, languages, type Text } from "../questionnaire.ts";

/** A text in both languages as typed; empty is missing. */
export interface TypedText {
  en: string;
  de: string;
}

export const languageNames: Record<Language, string> = { en: "English", de: "German" };

/** Gathers what is wrong, by field, so that a form is refused once with all of it. */
export class Complaints {
  readonly fields: Record<string, string> = {};

  add(field: string, says: string): void {
    this.fields[field] ??= says;
  }

  /** Throws `invalid` when something is wrong. */
  settle(): void {
    if (Object.keys(this.fields).length === 0) return;
    throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: this.fields });
  }
}

const oneLineBreak = (text: string): string => text.replaceAll(/\r\n?/g, "\n").trim();

/** The text; undefined when nothing is typed. One that is translated only, or missing where it must not, is complained of. `field`-en is marked. */
export function textTyped(
  typed: TypedText,
  source: Language,
  field: string,
  complaints: Complaints,
  { isNeeded = false }: { isNeeded?: boolean } = {},
): Text | undefined {
  const text: Text = {};
  for (const language of languages) {
    const words = oneLineBreak(typed[language]);
    if (words.length > 4000) complaints.add(`${field}-${language}`, "The text is longer than 4000 characters.");
    if (words !== "") text[language] = words;
  }
  if (text[source] !== undefined) return text;
  if (isNeeded || Object.keys(text).length > 0) {
    complaints.add(`${field}-${source}`, `Write it in ${languageNames[source]}: other languages fall back to it.`);
  }
  return undefined;
}

/** A whole number within bounds; undefined for an empty field. */
export function wholeTyped(typed: string, [least, most]: readonly [number, number], field: string, complaints: Complaints) {
  const value = numberTyped(typed, field, complaints);
  if (value === undefined) return undefined;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  complaints.add(field, `Type a whole number from ${least} to ${most}.`);
  return undefined;
}

/** A number, with a decimal point or comma; undefined for an empty field. */
export function numberTyped(typed: string, field: string, complaints: Complaints): number | undefined {
  const plain = typed.trim().replace(",", ".");
  if (plain === "") return undefined;
  if (/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return Number(plain);
  complaints.add(field, "Type a number.");
  return undefined;
}

/** Percent as a score of 0 to 1; undefined for an empty field. */
export function scoreTyped(typed: string, field: string, complaints: Complaints): number | undefined {
  const percent = numberTyped(typed, field, complaints);
  if (percent === undefined) return undefined;
  if (percent >= 0 && percent <= 100 && Number.isInteger(Math.round(percent * 1e8) / 1e6)) return Math.round(percent * 100) / 10_000;
  complaints.add(field, "Type 0 to 100, with at most two decimals.");
  return undefined;
}

/** A score as percent, the way `scoreTyped` reads it. */
export const percentOf = (score: number): string => String(Math.round(score * 10_000) / 100);

/** A new object without the keys that are undefined. */
export function defined<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}
