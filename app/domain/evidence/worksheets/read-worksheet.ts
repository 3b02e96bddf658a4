// What was typed into a worksheet becomes typed fields, or a sentence per field that could not be read. Nothing is required here: a draft
// may be half filled. Pure; the names below are those of the form.
import { type Day, isDay } from "#app/domain/monitoring/calendar-days.ts";
import { nameKey } from "#app/domain/vendor/vendor-keys.ts";
import type { FieldInput, FilledField, Worksheet, WorksheetFields, WorksheetValue } from "./worksheet.ts";

export const valueField = (name: string): string => `v:${name}`;
export const pageField = (name: string): string => `p:${name}`;

export const isWorksheetField = (formField: string): boolean => /^[vp]:/.test(formField);

export const mostLines = 200;
export const mostCharacters = 500;
const mostInPage = 20;
const mostOpen = 9999;

/** What was typed, by form field name; several values of one name are several ticked boxes. */
export type TypedWorksheet = Readonly<Record<string, readonly string[] | undefined>>;

export interface ReadWorksheet {
  readonly fields: WorksheetFields;
  /** By form field name. */
  readonly errors: Record<string, string>;
}

export function readWorksheet(worksheet: Worksheet, typed: TypedWorksheet, today: Day): ReadWorksheet {
  const fields: Record<string, FilledField> = {};
  const errors: Record<string, string> = {};
  for (const formField of Object.keys(typed)) {
    if (!Object.hasOwn(worksheet.fields, formField.slice(2))) errors[formField] = "This field is not part of the worksheet.";
  }
  let page = "";
  for (const [name, { input }] of Object.entries(worksheet.fields)) {
    const typedPage = (typed[pageField(name)]?.[0] ?? "").trim();
    if (typedPage.length > mostInPage) errors[pageField(name)] = `A page has at most ${mostInPage} characters, such as 14 or 3–5.`;
    const read = readValue(input, typed[valueField(name)] ?? [], { today, mayLieAhead: name === worksheet.statedExpiry });
    if ("error" in read) errors[valueField(name)] = read.error;
    else if (read.value !== undefined) {
      page = typedPage || page;
      fields[name] = { value: read.value, page };
    }
  }
  return { fields, errors };
}

type Read = { value: WorksheetValue | undefined } | { error: string };

function readValue(input: FieldInput, typed: readonly string[], when: { today: Day; mayLieAhead: boolean }): Read {
  const text = (typed[0] ?? "").trim();
  switch (input.type) {
    case "choices": {
      const known = typed.filter((code) => Object.hasOwn(input.options, code));
      return known.length === typed.length ? { value: known.length > 0 ? known : undefined } : { error: "Choose from the list." };
    }
    case "list":
      return readLines(text);
    case "choice":
    case "yesno": {
      const isKnown = input.type === "yesno" ? text === "yes" || text === "no" : Object.hasOwn(input.options, text);
      if (text === "") return { value: undefined };
      return isKnown ? { value: text } : { error: "Choose from the list." };
    }
    case "number":
      if (text === "") return { value: undefined };
      return /^\d{1,4}$/.test(text) && Number(text) <= mostOpen ? { value: Number(text) } : { error: "Enter a whole number, 0 for none." };
    case "date":
      if (text === "") return { value: undefined };
      if (!isDay(text)) return { error: "Enter a date such as 2026-11-24." };
      return text > when.today && !when.mayLieAhead ? { error: "This date has not come yet." } : { value: text };
    case "text":
      if (text.length > mostCharacters) return { error: `At most ${mostCharacters} characters.` };
      return { value: text.replace(/\s+/g, " ") || undefined };
  }
}

/** One entry per line; the same entry twice counts once. */
function readLines(text: string): Read {
  const lines = new Map<string, string>();
  for (const line of text.split("\n")) {
    const entry = line.replace(/\s+/g, " ").trim();
    if (entry.length > mostCharacters) return { error: `A line has at most ${mostCharacters} characters.` };
    if (entry !== "" && !lines.has(nameKey(entry))) lines.set(nameKey(entry), entry);
  }
  if (lines.size > mostLines) return { error: `At most ${mostLines} lines.` };
  return { value: lines.size > 0 ? [...lines.values()] : undefined };
}
