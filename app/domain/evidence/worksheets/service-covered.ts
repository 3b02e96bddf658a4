// Two fields every worksheet has: whether the document covers the service we buy, and which part of it it leaves out. A document that
// does not name the service proves nothing for it (PCI SSC FAQ 1576: the scope has to cover the services the customer uses).
import { type Given, refusal, type WorksheetField, type WorksheetGap, type WorksheetProblem, type WorksheetSubject } from "./worksheet.ts";

export const serviceFields = {
  serviceCovered: {
    label: "Covers the service we buy",
    input: { type: "choice", options: { yes: "Yes, all of it", partly: "Only a part", no: "No" } },
    isRequired: true,
    check: "service",
    decides: "No: it proves nothing. A part: the rest becomes a finding.",
  },
  notCovered: {
    label: "What is left out",
    input: { type: "list", each: "a service or part of one" },
    isRequired: (given) => given.text("serviceCovered") === "partly",
    decides: "A finding each",
  },
} as const satisfies Record<string, WorksheetField>;

export function serviceProblems(given: Given, { service }: WorksheetSubject): WorksheetProblem[] {
  if (given.text("serviceCovered") !== "no") return [];
  return [refusal("serviceCovered", `It does not cover the service we buy (${service}), so it proves nothing for it.`)];
}

/** One finding per part left out; one for the whole service when none of it is covered. */
export function serviceGaps(given: Given, { service }: WorksheetSubject, paper: string): WorksheetGap[] {
  const covered = given.text("serviceCovered");
  if (covered === "no") return [{ code: "service", severity: "high", title: `${paper} does not cover ${service}` }];
  if (covered !== "partly") return [];
  return given.list("notCovered").map((part) => ({ code: "service", severity: "medium", title: `${paper} does not cover: ${part}` }));
}
