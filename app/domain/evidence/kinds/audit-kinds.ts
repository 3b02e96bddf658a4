// Kinds of evidence: reports and certificates of independent auditors.
import { COMPLETED, certificate, type EvidenceKindRow, months, serviceAudit, vendorPaper } from "./kind-row.ts";

export const auditKinds = {
  "soc2-t2": serviceAudit("SOC 2 Type II report", "SOC-2-Bericht Typ II"),
  "soc2-t1": serviceAudit("SOC 2 Type I report", "SOC-2-Bericht Typ I", {
    clock: { en: "As-of date of the report", de: "Stichtag des Berichts" },
    hint: { en: "Design only. We will ask for a Type II next time.", de: "Nur Aufbau. Beim nächsten Mal bitten wir um Typ II." },
  }),
  "soc2-bridge": serviceAudit("SOC 2 bridge letter", "SOC-2-Überbrückungsschreiben", {
    issuer: "vendor",
    clock: { en: "End of the last audit period", de: "Ende des letzten Prüfzeitraums" },
    validity: months(3), // it bridges three months at most and never renews the report
    graceDays: 0,
    graceNeeds: undefined,
    checks: ["entity", "gap", "changes", "signed"],
  }),
  soc1: serviceAudit("SOC 1 Type II report", "SOC-1-Bericht Typ II"),
  soc3: serviceAudit("SOC 3 report", "SOC-3-Bericht", {
    confidentiality: "public",
    checks: ["entity", "service", "dates", "issuer", "opinion"],
  }),
  iso27001: certificate("ISO/IEC 27001 certificate", "ISO/IEC-27001-Zertifikat"),
  "iso27001-soa": vendorPaper("ISO/IEC 27001 statement of applicability", "ISO/IEC-27001-Anwendbarkeitserklärung", {
    checks: ["entity", "edition", "dates", "exclusions"],
  }),
  iso27701: certificate("ISO/IEC 27701 certificate", "ISO/IEC-27701-Zertifikat"),
  iso27017: certificate("ISO/IEC 27017 certificate", "ISO/IEC-27017-Zertifikat"),
  iso27018: certificate("ISO/IEC 27018 certificate", "ISO/IEC-27018-Zertifikat"),
  iso22301: certificate("ISO 22301 certificate", "ISO-22301-Zertifikat"),
  "csa-star": {
    ...certificate("CSA STAR registry entry", "CSA-STAR-Registereintrag"),
    clock: COMPLETED,
    validity: { rule: "stated", atMostMonths: 12 },
  },
} as const satisfies Record<string, EvidenceKindRow>;
