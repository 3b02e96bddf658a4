// Worksheet of an ISO/IEC certificate: number, scope and sites, who stands behind it, and whether it is still looked after (ISO/IEC 17021-1
// 9.1.3: a surveillance audit every calendar year).
import { addDays, addMonths } from "#app/domain/monitoring/calendar-days.ts";
import { serviceFields, serviceGaps, serviceProblems } from "./service-covered.ts";
import { type Given, problem, type Worksheet, type WorksheetProblem, type WorksheetSubject } from "./worksheet.ts";

/** A year, and what an audit may slip. */
const surveillanceMonths = 14;
const longestMonths = 36;
/** Certificates to the edition of 2013 ended with the transition on this day. */
const edition2013EndedOn = "2025-10-31";

function problems(given: Given, subject: WorksheetSubject): WorksheetProblem[] {
  const found: WorksheetProblem[] = [];
  const [issuedOn, validTo, surveyedOn] = [given.text("issuedOn"), given.text("validTo"), given.text("surveillanceOn")];
  if (issuedOn !== "" && validTo !== "" && validTo <= issuedOn) found.push(problem("validTo", "It ends before it begins."));
  if (issuedOn !== "" && validTo > addDays(addMonths(issuedOn, longestMonths), 1)) {
    found.push(problem("validTo", "A certificate holds three years at most: look at both days again."));
  }
  if (given.text("edition") === "2013" && subject.kind === "iso27001" && subject.today > edition2013EndedOn) {
    found.push(problem("edition", "Certificates to the 2013 edition ended on 2025-10-31. Ask for the one to the edition of 2022."));
  }
  const lookedAt = surveyedOn === "" ? issuedOn : surveyedOn;
  if (lookedAt !== "" && addMonths(lookedAt, surveillanceMonths) < subject.today) {
    const message = "The last audit is more than 14 months ago. Ask for the proof of the surveillance audit, or look in the register.";
    found.push(problem("surveillanceOn", message));
  }
  return [...found, ...serviceProblems(given, subject)];
}

export const iso = {
  title: "Certificate",
  fields: {
    number: { label: "Certificate number", input: { type: "text" }, isRequired: true },
    entity: {
      label: "Certified entity",
      hint: "The company, as it is written",
      input: { type: "text" },
      isRequired: true,
      check: "entity",
    },
    body: { label: "Certification body", input: { type: "text" }, isRequired: true, check: "issuer" },
    accreditation: {
      label: "Accredited by",
      hint: "The accreditation body, such as DAkkS, UKAS or ANAB",
      input: { type: "text" },
      isRequired: true,
      check: "issuer",
    },
    scope: { label: "Scope", hint: "As the certificate words it", input: { type: "text" }, isRequired: true },
    ...serviceFields,
    sites: { label: "Sites", input: { type: "list", each: "a site" }, isRequired: false, check: "locations" },
    edition: { label: "Edition", hint: "Such as 2022", input: { type: "text" }, isRequired: true, check: "edition" },
    issuedOn: { label: "Date of issue", input: { type: "date" }, isRequired: true, check: "dates" },
    validTo: { label: "Valid to", input: { type: "date" }, isRequired: true, check: "dates", decides: "Expired from the day after" },
    surveillanceOn: {
      label: "Last surveillance audit",
      hint: "Needed when it was issued more than 14 months ago",
      input: { type: "date" },
      isRequired: false,
      check: "surveillance",
    },
  },
  clock: "issuedOn",
  statedExpiry: "validTo",
  issuer: "body",
  problems,
  gaps: (given, subject) => serviceGaps(given, subject, "The certificate"),
} as const satisfies Worksheet;
