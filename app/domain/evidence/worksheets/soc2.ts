// Worksheet of a SOC 2 report: period, opinion, what it leaves to others, and what it expects from us (complementary user-entity controls).
import { addDays, addMonths } from "#app/domain/monitoring/calendar-days.ts";
import { serviceFields, serviceGaps, serviceProblems } from "./service-covered.ts";
import { type Given, problem, refusal, type Worksheet, type WorksheetProblem, type WorksheetSubject } from "./worksheet.ts";

/** A type II period shorter than this shows too little of a control at work. */
const leastPeriodMonths = 3;

function problems(given: Given, subject: WorksheetSubject): WorksheetProblem[] {
  const found: WorksheetProblem[] = [];
  const [type, from, to, opinion] = [given.text("type"), given.text("periodFrom"), given.text("periodTo"), given.text("opinion")];
  const isOfKind = subject.kind === "soc2-t1" ? type === "I" : type === "II";
  if (type !== "" && !isOfKind)
    found.push(problem("type", `It was uploaded as another type: correct its kind to “SOC 2 Type ${type} report”.`));
  if (from !== "" && to !== "" && from >= to) found.push(problem("periodTo", "The period ends before it begins."));
  // Both days belong to the period.
  else if (type === "II" && from !== "" && to !== "" && addMonths(from, leastPeriodMonths) > addDays(to, 1)) {
    found.push(problem("periodTo", "A type II period covers at least three months."));
  }
  if (opinion === "adverse") found.push(refusal("opinion", "The auditor says that the controls do not hold."));
  if (opinion === "disclaimer") found.push(refusal("opinion", "The auditor gives no opinion, so the report proves nothing."));
  if (given.list("criteria").length > 0 && !given.list("criteria").includes("security")) {
    found.push(problem("criteria", "Every SOC 2 report has the security criteria: look again."));
  }
  return [...found, ...serviceProblems(given, subject)];
}

export const soc2 = {
  title: "SOC 2 report",
  fields: {
    type: { label: "Type", input: { type: "choice", options: { II: "Type II", I: "Type I, design only" } }, isRequired: true },
    entity: {
      label: "Service organisation",
      hint: "The company, as it is written",
      input: { type: "text" },
      isRequired: true,
      check: "entity",
    },
    ...serviceFields,
    periodFrom: {
      label: "Period from",
      hint: "Type II only",
      input: { type: "date" },
      isRequired: (given) => given.text("type") !== "I",
    },
    periodTo: {
      label: "Period to",
      hint: "For type I the as-of date",
      input: { type: "date" },
      isRequired: true,
      check: "dates",
      decides: "Holds twelve months from here; later only with a bridge letter",
    },
    criteria: {
      label: "Criteria in scope",
      input: {
        type: "choices",
        options: {
          security: "Security",
          availability: "Availability",
          confidentiality: "Confidentiality",
          integrity: "Processing integrity",
          privacy: "Privacy",
        },
      },
      isRequired: true,
      check: "criteria",
    },
    opinion: {
      label: "Opinion",
      input: {
        type: "choice",
        options: { unqualified: "Unqualified", qualified: "Qualified", adverse: "Adverse", disclaimer: "Disclaimer of opinion" },
      },
      isRequired: true,
      check: "opinion",
      decides: "Qualified: a finding. Adverse or none: it proves nothing.",
    },
    exceptions: {
      label: "Exceptions",
      input: { type: "list", each: "a control and what failed" },
      isRequired: (given) => given.text("opinion") === "qualified",
      check: "exceptions",
    },
    auditor: { label: "Auditor", hint: "The licensed CPA firm", input: { type: "text" }, isRequired: true, check: "issuer" },
    carvedOut: {
      label: "Carved out to",
      hint: "Subservice organisations the report does not cover",
      input: { type: "list", each: "a company: what for" },
      isRequired: false,
      check: "subservice",
      decides: "Subcontractors of this service",
    },
    included: {
      label: "Included subservice organisations",
      input: { type: "list", each: "a company: what for" },
      isRequired: false,
      decides: "Subcontractors of this service",
    },
    ourControls: {
      label: "Controls it expects from us",
      hint: "Complementary user-entity controls",
      input: { type: "list", each: "a control" },
      isRequired: false,
      check: "our_duties",
      decides: "A task of our own people each",
    },
  },
  clock: "periodTo",
  issuer: "auditor",
  duties: "ourControls",
  subcontractors: [
    { field: "carvedOut", isCarvedOut: true },
    { field: "included", isCarvedOut: false },
  ],
  problems,
  gaps: (given, subject) => [
    ...serviceGaps(given, subject, "The SOC 2 report"),
    ...(given.text("opinion") === "qualified"
      ? [{ code: "opinion", severity: "medium" as const, title: `Qualified SOC 2 opinion: ${given.list("exceptions").join("; ")}` }]
      : []),
  ],
} as const satisfies Worksheet;
