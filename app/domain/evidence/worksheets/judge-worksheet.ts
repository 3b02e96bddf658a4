// Whether a worksheet is filled and consistent: only then is its document verified (docs: scoring, "Evidence factor"). Pure.
import type { EvidenceCheck } from "../evidence-checks.ts";
import { pageField, valueField } from "./read-worksheet.ts";
import { given, type Worksheet, type WorksheetFields, type WorksheetSubject } from "./worksheet.ts";

export interface WorksheetJudgement {
  /** What is missing or does not fit together, by form field name; empty: the document may be verified. */
  readonly errors: Readonly<Record<string, string>>;
  /** Why the document as a whole proves nothing; the reason to reject it with. */
  readonly refusals: readonly string[];
  /** Checks of the kind that the filled fields answer. */
  readonly checks: readonly EvidenceCheck[];
}

export function judgeWorksheet(worksheet: Worksheet, fields: WorksheetFields, subject: WorksheetSubject): WorksheetJudgement {
  const read = given(fields);
  const errors: Record<string, string> = {};
  const checks = new Set<EvidenceCheck>();
  for (const [name, field] of Object.entries(worksheet.fields)) {
    const filled = fields[name];
    const isRequired = typeof field.isRequired === "function" ? field.isRequired(read) : field.isRequired;
    if (!filled && isRequired) errors[valueField(name)] = missing(field.label, field.input.type);
    else if (field.check) checks.add(field.check);
  }
  const [first] = Object.entries(fields);
  if (first?.[1] && first[1].page === "")
    errors[pageField(first[0])] = `Give the page of “${worksheet.fields[first[0]]?.label ?? first[0]}”.`;
  const problems = worksheet.problems(read, subject);
  for (const { field, message } of problems) errors[valueField(field)] ??= message;
  return { errors, refusals: problems.filter(({ isRefusal }) => isRefusal).map(({ message }) => message), checks: [...checks] };
}

const missing = (label: string, type: string): string =>
  type === "choice" || type === "choices" || type === "yesno" ? `Choose an answer for “${label}”.` : `Fill in “${label}”.`;
