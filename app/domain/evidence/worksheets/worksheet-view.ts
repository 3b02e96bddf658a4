// A worksheet as its form shows it: every field with what is known of it. Before anybody filled it in, it starts with the days its uploader
// gave and with what the document before it said where that seldom changes; the reviewer compares.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { evidenceChecks } from "../evidence-checks.ts";
import { evidenceKindRow } from "../evidence-kinds.ts";
import { judgeWorksheet } from "./judge-worksheet.ts";
import { pageField, valueField } from "./read-worksheet.ts";
import type { FieldInput, Worksheet, WorksheetFields, WorksheetSubject, WorksheetValue } from "./worksheet.ts";

export interface WorksheetFieldView {
  name: string;
  valueField: string;
  pageField: string;
  label: string;
  hint: string | null;
  decides: string | null;
  input: FieldInput;
  isRequired: boolean;
  /** Never needed; what only some papers need is neither. */
  isOptional: boolean;
  /** As the control takes it: one string, or the ticked options. */
  value: string | string[];
  page: string;
}

export interface WorksheetView {
  title: string;
  /** Revision the form starts from; 0 for none. */
  revision: number;
  service: string;
  fields: WorksheetFieldView[];
  /** Checks of the kind that no field answers. */
  checks: { value: string; label: string }[];
  /** What keeps it from being verified, by form field name; empty before anybody filled it in. */
  errors: Readonly<Record<string, string>>;
  /** Why the document as a whole proves nothing. */
  refusals: readonly string[];
}

export interface WorksheetSource {
  subject: WorksheetSubject;
  /** Undefined before anybody filled it in. */
  filled: { revision: number; fields: WorksheetFields } | undefined;
  /** Of the document this one follows. */
  before: WorksheetFields | undefined;
  uploaded: { startsOn: Day | null; statedExpiryOn: Day | null };
  /** The vendor, as we call it. */
  vendor: string;
}

export function worksheetView(worksheet: Worksheet, { subject, filled, ...known }: WorksheetSource): WorksheetView {
  const fields = filled?.fields ?? prefilled(worksheet, known);
  const judgement = judgeWorksheet(worksheet, fields, subject);
  const answered = new Set(Object.values(worksheet.fields).map(({ check }) => check));
  return {
    title: worksheet.title,
    revision: filled?.revision ?? 0,
    service: subject.service,
    fields: Object.entries(worksheet.fields).map(([name, { label, hint, decides, input, isRequired }]) => ({
      name,
      valueField: valueField(name),
      pageField: pageField(name),
      label,
      hint: hint ?? null,
      decides: decides ?? null,
      input,
      isRequired: isRequired === true,
      isOptional: isRequired === false,
      value: controlValue(input, fields[name]?.value),
      page: fields[name]?.page ?? "",
    })),
    checks: evidenceKindRow(subject.kind)
      .checks.filter((check) => !answered.has(check))
      .map((check) => ({ value: check, label: evidenceChecks[check].en })),
    errors: filled ? judgement.errors : {},
    refusals: filled ? judgement.refusals : [],
  };
}

/** Never what has to be judged anew: choices, numbers and yes or no. */
function prefilled(worksheet: Worksheet, { before = {}, uploaded, vendor }: Omit<WorksheetSource, "subject" | "filled">): WorksheetFields {
  const fields: Record<string, { value: WorksheetValue; page: string }> = {};
  for (const [name, { input }] of Object.entries(worksheet.fields)) {
    const last = before[name];
    if (last && (input.type === "text" || input.type === "list")) fields[name] = last;
  }
  const { startsOn, statedExpiryOn } = uploaded;
  if (startsOn) fields[worksheet.clock] = { value: startsOn, page: "" };
  if (worksheet.statedExpiry && statedExpiryOn) fields[worksheet.statedExpiry] = { value: statedExpiryOn, page: "" };
  if (worksheet.fields.entity && !fields.entity) fields.entity = { value: vendor, page: "" };
  return fields;
}

function controlValue({ type }: FieldInput, value: WorksheetValue | undefined): string | string[] {
  if (type === "choices") return typeof value === "object" ? [...value] : [];
  if (value === undefined) return "";
  return typeof value === "object" ? value.join("\n") : String(value);
}
