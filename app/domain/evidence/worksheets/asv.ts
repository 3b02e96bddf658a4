// Worksheet of an external scan by an approved scanning vendor (PCI DSS 4.0.1 11.3.2): it holds 90 days from the scan, and only a pass counts.
import { serviceFields, serviceGaps, serviceProblems } from "./service-covered.ts";
import { type Given, refusal, type Worksheet, type WorksheetProblem, type WorksheetSubject } from "./worksheet.ts";

function problems(given: Given, subject: WorksheetSubject): WorksheetProblem[] {
  const failed = given.text("passed") === "no" ? [refusal("passed", "A failed scan proves nothing. Ask for the one after the fixes.")] : [];
  return [...failed, ...serviceProblems(given, subject)];
}

export const asv = {
  title: "ASV scan",
  fields: {
    scanOn: { label: "Date of the scan", input: { type: "date" }, isRequired: true, check: "dates", decides: "Holds 90 days from here" },
    passed: { label: "Passed", input: { type: "yesno" }, isRequired: true, check: "passed", decides: "No: it proves nothing." },
    entity: { label: "Scan customer", hint: "The company, as it is written", input: { type: "text" }, isRequired: true, check: "entity" },
    scanner: { label: "Approved scanning vendor", input: { type: "text" }, isRequired: true, check: "issuer" },
    certificate: { label: "Its ASV certificate number", input: { type: "text" }, isRequired: false },
    components: {
      label: "Components in scope",
      input: { type: "list", each: "a domain, address or range" },
      isRequired: true,
    },
    ...serviceFields,
    disputes: { label: "Exceptions and disputes", input: { type: "list", each: "a dispute" }, isRequired: false },
  },
  clock: "scanOn",
  issuer: "scanner",
  problems,
  gaps: (given, subject) => serviceGaps(given, subject, "The ASV scan"),
} as const satisfies Worksheet;
