// Worksheet of a PCI DSS attestation of compliance. Sources: PCI SSC FAQ 1065 (a merchant's SAQ is not sufficient), FAQ 1576 (scope and
// requirements), "completion date" FAQ (the clock starts at the Date of Report), PCI DSS 4.0.1 12.8.4 and 12.8.5.
import { merchantFormRefusal } from "../merchant-forms.ts";
import { dssRetiredOn, dssVersions } from "./pci-dss-versions.ts";
import { serviceFields, serviceGaps, serviceProblems } from "./service-covered.ts";
import { type Given, problem, refusal, type Worksheet, type WorksheetProblem, type WorksheetSubject } from "./worksheet.ts";

const isSelfAssessed = (given: Given) => given.text("form") === "sp_saq_d";

function problems(given: Given, subject: WorksheetSubject): WorksheetProblem[] {
  const found: WorksheetProblem[] = [];
  const form = given.text("form");
  if (form === "merchant_roc" || form === "merchant_saq") found.push(refusal("form", merchantFormRefusal.en));
  if (form === "sp_saq_d" && subject.kind !== "pci-saq-d-sp") {
    found.push(problem("form", "A self-assessment is another kind of document: correct its kind to “SAQ D for service providers”."));
  }
  if (form === "sp_roc" && subject.kind === "pci-saq-d-sp") {
    found.push(
      problem("form", "This was uploaded as a self-assessment: correct its kind to “attestation of compliance, service provider”."),
    );
  }
  found.push(...serviceProblems(given, subject));
  const retiredOn = dssRetiredOn(given.text("dssVersion"));
  if (retiredOn !== undefined && given.text("reportOn") > retiredOn) {
    found.push(problem("dssVersion", `This version was retired on ${retiredOn}, before the Date of Report.`));
  }
  if (given.text("signedByVendor") === "no") found.push(refusal("signedByVendor", "Without the vendor's signature it attests nothing."));
  if (given.text("signedByAssessor") === "no" && !isSelfAssessed(given)) {
    found.push(refusal("signedByAssessor", "Without the assessor's signature it attests nothing."));
  }
  return found;
}

export const aoc = {
  title: "Attestation of compliance",
  fields: {
    form: {
      label: "Form",
      input: {
        type: "choice",
        options: {
          sp_roc: "Service provider, with a report on compliance",
          sp_saq_d: "Service provider, self-assessment D",
          merchant_roc: "Merchant, with a report on compliance",
          merchant_saq: "Merchant self-assessment (SAQ A, A-EP, D for merchants, …)",
        },
      },
      isRequired: true,
      check: "form",
      decides: "A merchant's form proves nothing about a service.",
    },
    entity: {
      label: "Assessed entity",
      hint: "Part 1: the company, as it is written",
      input: { type: "text" },
      isRequired: true,
      check: "entity",
    },
    services: {
      label: "Services covered",
      hint: "Part 2: as the document names them",
      input: { type: "list", each: "a service" },
      isRequired: true,
      decides: "Goes into the PCI status",
    },
    ...serviceFields,
    locations: { label: "Locations", input: { type: "list", each: "a site or region" }, isRequired: false, check: "locations" },
    dssVersion: {
      label: "PCI DSS version",
      input: { type: "choice", options: Object.fromEntries(Object.keys(dssVersions).map((version) => [version, version])) },
      isRequired: true,
      check: "edition",
      decides: "Goes into the PCI status",
    },
    reportOn: {
      label: "Date of Report",
      hint: "Not the date of a signature",
      input: { type: "date" },
      isRequired: true,
      check: "dates",
      decides: "Holds twelve months from here",
    },
    notTested: {
      label: "Requirements not tested",
      input: { type: "list", each: "a requirement, such as 11.6.1" },
      isRequired: false,
      check: "not_tested",
      decides: "Goes into the PCI status",
    },
    notInPlace: {
      label: "Requirements not in place",
      input: { type: "list", each: "a requirement" },
      isRequired: false,
      decides: "A finding",
    },
    assessor: {
      label: "Assessor company",
      hint: "Empty for a self-assessment",
      input: { type: "text" },
      isRequired: (given) => !isSelfAssessed(given),
      check: "issuer",
      decides: "Goes into the PCI status",
    },
    signedByVendor: { label: "Signed by the vendor", input: { type: "yesno" }, isRequired: true, check: "signed" },
    signedByAssessor: {
      label: "Signed by the assessor",
      input: { type: "yesno" },
      isRequired: (given) => !isSelfAssessed(given),
      check: "signed",
    },
  },
  clock: "reportOn",
  issuer: "assessor",
  problems,
  gaps: (given, subject) => {
    const notInPlace = given.list("notInPlace");
    const title = `PCI DSS requirements not in place at the vendor: ${notInPlace.join(", ")}`;
    return [
      ...serviceGaps(given, subject, "The attestation of compliance"),
      ...(notInPlace.length > 0 ? [{ code: "not_in_place", severity: "high" as const, title }] : []),
    ];
  },
} as const satisfies Worksheet;
