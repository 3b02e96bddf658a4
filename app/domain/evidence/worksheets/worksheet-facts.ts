// A filled worksheet in words: shown where its document is shown, printed in the report.
import { given, type WorksheetField, type WorksheetFields, type WorksheetValue } from "./worksheet.ts";
import { worksheetCodeOf, worksheetOf } from "./worksheets.ts";

export interface WorksheetFact {
  readonly name: string;
  readonly label: string;
  readonly words: readonly string[];
  /** Its words are a calendar day. */
  readonly isDay: boolean;
  readonly page: string;
}

const yesNo: Readonly<Record<string, string>> = { yes: "Yes", no: "No" };

/** In the order of the worksheet; a retired choice is shown as its code. Empty for a kind without a worksheet. */
export function worksheetFacts(kind: string, fields: WorksheetFields): WorksheetFact[] {
  const code = worksheetCodeOf(kind);
  if (code === undefined) return [];
  return Object.entries(worksheetOf(code).fields).flatMap(([name, field]) => {
    const filled = fields[name];
    return filled
      ? [{ name, label: field.label, words: wordsOf(field, filled.value), isDay: field.input.type === "date", page: filled.page }]
      : [];
  });
}

function wordsOf({ input }: WorksheetField, value: WorksheetValue): string[] {
  const options: Readonly<Record<string, string>> =
    input.type === "choice" || input.type === "choices" ? input.options : input.type === "yesno" ? yesNo : {};
  const values = typeof value === "object" ? [...value] : [String(value)];
  return values.map((each) => options[each] ?? each);
}

/** Fields of a PCI status as an attestation states them: proposed where the status is recorded. */
export function pciProposal(fields: WorksheetFields) {
  const read = given(fields);
  const forms: Readonly<Record<string, "aoc_service_provider" | "saq_d_service_provider">> = {
    sp_roc: "aoc_service_provider",
    sp_saq_d: "saq_d_service_provider",
  };
  const form = forms[read.text("form")];
  if (form === undefined) return undefined;
  return {
    form,
    assessor: read.text("assessor").slice(0, 200),
    reportOn: read.text("reportOn") || null,
    dssVersion: read.text("dssVersion"),
    servicesCovered: read
      .list("services")
      .map((line) => line.slice(0, 200))
      .slice(0, 100),
    requirementsNotTested: read.list("notTested").map((line) => line.slice(0, 40)),
  };
}
