// Kinds of evidence: tests and scans.
import { days, type EvidenceKindRow, months, PDF, TESTED, vendorPaper } from "./kind-row.ts";

export const testKinds = {
  pentest: vendorPaper("Penetration test summary", "Zusammenfassung des Penetrationstests", {
    issuer: "auditor",
    clock: TESTED,
    accept: PDF,
    checks: ["service", "dates", "independent", "method", "open_findings", "retest"],
    confidentiality: "restricted",
    hint: {
      en: "The summary is enough: scope, tester, dates, counts by severity, retest.",
      de: "Die Zusammenfassung genügt: Umfang, Tester, Daten, Anzahl je Schwere, Nachtest.",
    },
  }),
  "segmentation-test": vendorPaper("Segmentation test report", "Bericht des Segmentierungstests", {
    clock: TESTED,
    validity: months(6), // PCI DSS 4.0.1 11.4.6: service providers, every six months
    graceDays: 60,
    accept: PDF,
    checks: ["service", "dates", "independent", "passed"],
    confidentiality: "restricted",
  }),
  "vuln-report": vendorPaper("Vulnerability scan or patch report", "Schwachstellen- oder Patchbericht", {
    validity: days(90),
    checks: ["service", "dates", "method", "open_findings"],
    confidentiality: "restricted",
  }),
  "tls-scan": vendorPaper("External TLS scan", "Externer TLS-Scan", {
    issuer: "us",
    clock: TESTED,
    validity: days(90),
    checks: ["service", "dates", "passed"],
  }),
  "dr-test": vendorPaper("Recovery test report", "Bericht des Wiederherstellungstests", {
    clock: TESTED,
    checks: ["service", "dates", "measured"],
  }),
  "ir-test": vendorPaper("Incident exercise report", "Bericht der Vorfallübung", { clock: TESTED, checks: ["dates", "content"] }),
  "site-audit": vendorPaper("Site visit or audit report", "Bericht einer Begehung oder Prüfung vor Ort", {
    issuer: "us",
    clock: { en: "Date of the visit", de: "Datum der Begehung" },
    validity: months(24),
    checks: ["locations", "dates", "method", "open_findings"],
  }),
} as const satisfies Record<string, EvidenceKindRow>;
