// Kinds of evidence: the company itself.
import { days, type EvidenceKindRow, months, NONE, SCAN, SIGNED, vendorPaper } from "./kind-row.ts";

export const companyKinds = {
  licence: vendorPaper("Licence or scheme registration", "Zulassung oder Registrierung beim Kartensystem", {
    issuer: "authority",
    clock: { en: "Date of the register extract", de: "Datum des Registerauszugs" },
    validity: days(90),
    accept: SCAN,
    confidentiality: "public",
    checks: ["entity", "service", "locations", "registry"],
  }),
  coi: vendorPaper("Insurance certificate", "Versicherungsbestätigung", {
    issuer: "authority",
    clock: { en: "Start of the policy period", de: "Beginn der Versicherungsperiode" },
    validity: { rule: "stated", atMostMonths: 12 },
    graceDays: 0,
    accept: SCAN,
    checks: ["entity", "dates", "cover"],
  }),
  financials: vendorPaper("Annual accounts or credit report", "Jahresabschluss oder Bonitätsauskunft", {
    issuer: "auditor",
    clock: { en: "End of the fiscal year", de: "Ende des Geschäftsjahrs" },
    validity: months(18),
    checks: ["entity", "dates", "going_concern"],
    confidentiality: "restricted",
  }),
  "tax-w9": vendorPaper("IRS form W-9", "IRS-Formular W-9", { clock: SIGNED, validity: NONE, accept: SCAN, checks: ["entity", "signed"] }),
  "tax-w8": vendorPaper("IRS form W-8", "IRS-Formular W-8", {
    clock: SIGNED,
    validity: { rule: "year_end", years: 3 },
    accept: SCAN,
    checks: ["entity", "signed"],
  }),
  "corp-docs": vendorPaper("Company registration and ownership", "Handelsregister und Eigentümer", {
    issuer: "authority",
    clock: { en: "Date of the extract", de: "Datum des Auszugs" },
    accept: SCAN,
    checks: ["entity", "registry", "dates"],
  }),
} as const satisfies Record<string, EvidenceKindRow>;
