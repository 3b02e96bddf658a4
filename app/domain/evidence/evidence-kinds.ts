// The kinds of evidence: who issues a document, from which date its clock runs, how long it holds, what a reviewer checks.
// Codes are stored with every piece of evidence and used in questionnaire files: never rename or reuse one.
// Periods come from the standards where these say so (PCI DSS 4.0.1 11.3.2, 11.4, 12.8.4), else from common programme practice.

import type { EvidenceCheck } from "./evidence-checks.ts";

/** How long a document holds. `stated` = the document names its last day; `atMostMonths` bounds it, and stands in when none was given. */
export type Validity =
  | { rule: "months"; months: number }
  | { rule: "days"; days: number }
  | { rule: "stated"; atMostMonths?: number }
  | { rule: "year_end"; years: number } // last day of the n-th calendar year after the date
  | { rule: "none" };

export type EvidenceIssuer = "auditor" | "authority" | "vendor" | "both" | "us";

/** public: anybody may read it; confidential: reviewers; restricted: received under a non-disclosure agreement. */
export type Confidentiality = "public" | "confidential" | "restricted";

export interface EvidenceKindRow {
  label: { en: string; de: string };
  issuer: EvidenceIssuer;
  /** Name of the date the uploader gives: the day the validity counts from. */
  clock: { en: string; de: string };
  validity: Validity;
  /** Days after the last valid day in which the document is late, not yet expired. */
  graceDays: number;
  /** Media types taken for this kind. */
  accept: readonly string[];
  checks: readonly EvidenceCheck[];
  confidentiality: Confidentiality;
  /** One line for the uploader: what is meant, and what is no proof. */
  hint?: { en: string; de: string };
}

const PDF = ["application/pdf"] as const;
const SCAN = [...PDF, "image/png", "image/jpeg"] as const;
const OFFICE = [
  ...SCAN,
  "text/plain",
  "text/csv",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] as const;
const DATA = [...OFFICE, "application/json"] as const;

const REPORT_DATE = { en: "Date of Report", de: "Berichtsdatum" };
const PERIOD_END = { en: "End of the audit period", de: "Ende des Prüfzeitraums" };
const ISSUED = { en: "Date of issue", de: "Ausstellungsdatum" };
const SIGNED = { en: "Date of signature", de: "Datum der Unterschrift" };
const TESTED = { en: "Last day of the test", de: "Letzter Testtag" };
const DOCUMENT = { en: "Date of the document", de: "Datum des Dokuments" };
const COMPLETED = { en: "Date completed", de: "Datum der Fertigstellung" };
const DECIDED = { en: "Date of the decision", de: "Datum der Entscheidung" };
const SEEN = { en: "Date seen", de: "Datum der Einsicht" };

const months = (n: number): Validity => ({ rule: "months", months: n });
const days = (n: number): Validity => ({ rule: "days", days: n });
const NONE: Validity = { rule: "none" };

/** A row of the vendor's own papers: twelve months, owner and content are checked. Named fields replace the usual ones. */
function vendorPaper(en: string, de: string, fields: Partial<EvidenceKindRow> = {}): EvidenceKindRow {
  return {
    label: { en, de },
    issuer: "vendor",
    clock: DOCUMENT,
    validity: months(12),
    graceDays: 30,
    accept: OFFICE,
    checks: ["owner", "service", "dates", "content"],
    confidentiality: "confidential",
    ...fields,
  };
}

function certificate(en: string, de: string): EvidenceKindRow {
  return {
    label: { en, de },
    issuer: "auditor",
    clock: ISSUED,
    validity: { rule: "stated", atMostMonths: 36 },
    graceDays: 0,
    accept: SCAN,
    checks: ["entity", "service", "locations", "dates", "edition", "issuer", "registry", "surveillance"],
    confidentiality: "confidential",
  };
}

function serviceAudit(en: string, de: string, fields: Partial<EvidenceKindRow> = {}): EvidenceKindRow {
  return {
    label: { en, de },
    issuer: "auditor",
    clock: PERIOD_END,
    validity: months(12),
    graceDays: 90,
    accept: PDF,
    checks: ["entity", "service", "dates", "issuer", "opinion", "criteria", "exceptions", "our_duties", "subservice"],
    confidentiality: "restricted",
    ...fields,
  };
}

function pciPaper(en: string, de: string, fields: Partial<EvidenceKindRow> = {}): EvidenceKindRow {
  return {
    label: { en, de },
    issuer: "auditor",
    clock: REPORT_DATE,
    validity: months(12),
    graceDays: 60,
    accept: PDF,
    checks: ["form", "entity", "service", "locations", "edition", "dates", "not_tested", "issuer", "signed", "registry"],
    confidentiality: "confidential",
    ...fields,
  };
}

function ownPaper(en: string, de: string): EvidenceKindRow {
  return vendorPaper(en, de, { issuer: "us", clock: DECIDED, validity: NONE, graceDays: 0, accept: PDF, checks: [] });
}

const NO_MERCHANT_FORM = {
  en: "For service providers. A merchant's form, SAQ A above all, is no proof for a service you sell.",
  de: "Für Dienstleister. Ein Händlerformular, vor allem SAQ A, ist kein Nachweis für eine verkaufte Leistung.",
};

export const evidenceKinds = {
  // Reports of independent auditors
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
    checks: ["entity", "gap", "exceptions", "signed"],
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

  // Card payments
  "pci-aoc-sp": pciPaper("PCI DSS attestation of compliance, service provider", "PCI-DSS-Konformitätsbescheinigung, Dienstleister", {
    hint: NO_MERCHANT_FORM,
  }),
  "pci-aoc": pciPaper("PCI DSS attestation of compliance, other form", "PCI-DSS-Konformitätsbescheinigung, anderes Formular", {
    hint: NO_MERCHANT_FORM,
  }),
  "pci-roc": pciPaper("PCI DSS report on compliance, sections", "PCI-DSS-Konformitätsbericht, Auszüge", { confidentiality: "restricted" }),
  "pci-saq-d-sp": pciPaper("PCI DSS SAQ D for service providers", "PCI-DSS-SAQ D für Dienstleister", {
    issuer: "vendor",
    hint: NO_MERCHANT_FORM,
  }),
  "pci-saq": pciPaper("PCI DSS self-assessment, other form", "PCI-DSS-Selbstbewertung, anderes Formular", {
    issuer: "vendor",
    hint: NO_MERCHANT_FORM,
  }),
  "pci-requirement-evidence": pciPaper("PCI DSS evidence per requirement", "PCI-DSS-Nachweise je Anforderung", {
    issuer: "vendor",
    clock: DOCUMENT,
    accept: OFFICE,
    checks: ["service", "edition", "dates", "not_tested", "content"],
    confidentiality: "restricted",
    hint: {
      en: "One document listing each requirement you run for us, with its proof.",
      de: "Ein Dokument, das jede für uns betriebene Anforderung mit Nachweis nennt.",
    },
  }),
  "pci-resp-matrix": pciPaper("PCI DSS responsibility matrix", "PCI-DSS-Zuständigkeitsmatrix", {
    issuer: "vendor",
    clock: DOCUMENT,
    accept: OFFICE,
    checks: ["service", "edition", "dates", "all_assigned"],
  }),
  "pci-resp-ack": pciPaper("Acknowledgement of responsibility for card data", "Anerkennung der Verantwortung für Kartendaten", {
    issuer: "both",
    clock: SIGNED,
    validity: { rule: "stated" }, // holds as long as the contract it belongs to
    accept: SCAN,
    checks: ["entity", "clauses", "signed"],
  }),
  "pci-pin": pciPaper("PCI PIN attestation", "PCI-PIN-Bescheinigung", { validity: months(24) }),
  "pci-3ds": pciPaper("PCI 3DS attestation", "PCI-3DS-Bescheinigung"),
  "p2pe-listing": pciPaper("P2PE solution listing", "P2PE-Listeneintrag", {
    issuer: "authority",
    clock: SEEN,
    accept: SCAN,
    confidentiality: "public",
    checks: ["service", "registry", "dates"],
  }),
  asv: pciPaper("ASV scan attestation", "ASV-Scan-Bescheinigung", {
    clock: { en: "Date of the scan", de: "Datum des Scans" },
    validity: days(90), // PCI DSS 4.0.1 11.3.2: every three months
    checks: ["entity", "service", "dates", "issuer", "passed"],
  }),
  "script-confirmation": vendorPaper(
    "Confirmation on script attacks for our integration",
    "Bestätigung zu Skriptangriffen für unsere Einbindung",
    {
      clock: SIGNED,
      graceDays: 60,
      checks: ["integration", "content", "signed", "dates"],
    },
  ),
  "script-inventory": vendorPaper("Payment-page script inventory", "Skriptverzeichnis der Zahlungsseite", {
    validity: days(90),
    graceDays: 60,
  }),
  "script-monitoring": vendorPaper("Payment-page change detection record", "Nachweis der Änderungserkennung der Zahlungsseite", {
    validity: days(90),
    graceDays: 60,
  }),
  "integration-guide": vendorPaper("Integration guide", "Integrationsanleitung", { validity: months(24), confidentiality: "public" }),

  // Tests and scans
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

  // Contracts and privacy
  contract: vendorPaper("Contract", "Vertrag", {
    issuer: "both",
    clock: SIGNED,
    validity: { rule: "stated" },
    accept: SCAN,
    checks: ["entity", "service", "clauses", "notice_hours", "signed"],
  }),
  sla: vendorPaper("Service level agreement", "Leistungsvereinbarung (SLA)", {
    issuer: "both",
    clock: { en: "In force since", de: "In Kraft seit" },
    validity: { rule: "stated" },
    checks: ["service", "clauses"],
  }),
  dpa: vendorPaper("Data processing agreement", "Auftragsverarbeitungsvertrag", {
    issuer: "both",
    clock: SIGNED,
    validity: { rule: "stated" },
    accept: SCAN,
    checks: ["entity", "service", "clauses", "notice_hours", "signed"],
  }),
  scc: vendorPaper("Standard contractual clauses", "Standardvertragsklauseln", {
    issuer: "both",
    clock: SIGNED,
    validity: { rule: "stated" },
    accept: SCAN,
    checks: ["entity", "clauses", "signed"],
  }),
  tia: vendorPaper("Transfer impact assessment", "Transfer-Folgenabschätzung"),
  dpf: vendorPaper("Data Privacy Framework listing", "Data-Privacy-Framework-Eintrag", {
    issuer: "authority",
    clock: SEEN,
    accept: SCAN,
    confidentiality: "public",
    checks: ["entity", "registry", "dates"],
  }),
  "ccpa-addendum": vendorPaper("California service-provider terms", "Kalifornische Dienstleisterklauseln", {
    issuer: "both",
    clock: SIGNED,
    validity: { rule: "stated" },
    accept: SCAN,
    checks: ["entity", "clauses", "signed"],
  }),
  "subprocessor-list": vendorPaper("List of subcontractors", "Liste der Unterauftragnehmer", {
    validity: days(90),
    checks: ["complete_list", "dates"],
  }),
  "deletion-cert": vendorPaper("Certificate of deletion", "Löschbescheinigung", {
    clock: SIGNED,
    validity: NONE,
    checks: ["service", "method", "signed"],
  }),
  "retention-schedule": vendorPaper("Retention schedule", "Löschkonzept"),
  "ai-statement": vendorPaper("Statement on AI and secondary use", "Erklärung zu KI und Zweitnutzung"),

  // The company
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

  // Policies, plans and records
  policy: vendorPaper("Policy", "Richtlinie", { clock: { en: "Date of the last review", de: "Datum der letzten Durchsicht" } }),
  procedure: vendorPaper("Procedure", "Arbeitsanweisung"),
  "risk-assessment": vendorPaper("Risk assessment", "Risikobeurteilung", { clock: COMPLETED }),
  bcp: vendorPaper("Continuity plan", "Notfallplan"),
  "ir-plan": vendorPaper("Incident response plan", "Vorfallplan", { checks: ["owner", "dates", "notice_hours", "content"] }),
  "exit-plan": vendorPaper("Exit plan", "Ausstiegsplan"),
  "hr-policy": vendorPaper("Personnel security policy", "Richtlinie zur Personalsicherheit"),
  "access-review": vendorPaper("Access review record", "Nachweis der Berechtigungsprüfung", {
    clock: COMPLETED,
    validity: months(6), // PCI DSS 4.0.1 7.2.4
    checks: ["service", "dates", "population"],
  }),
  "training-record": vendorPaper("Training record", "Schulungsnachweis", { clock: COMPLETED, checks: ["dates", "population"] }),
  "incident-rca": vendorPaper("Incident report", "Vorfallbericht", {
    validity: NONE,
    checks: ["dates", "cause_fixed"],
    confidentiality: "restricted",
  }),
  vdp: vendorPaper("Vulnerability disclosure policy", "Richtlinie zur Schwachstellenmeldung", { clock: SEEN, confidentiality: "public" }),
  caiq: vendorPaper("Completed CAIQ", "Ausgefüllter CAIQ", { clock: COMPLETED, checks: ["service", "edition", "dates", "signed"] }),
  hecvat: vendorPaper("Completed HECVAT", "Ausgefülltes HECVAT", { clock: COMPLETED, checks: ["service", "edition", "dates", "signed"] }),
  sig: vendorPaper("Completed SIG", "Ausgefülltes SIG", { clock: COMPLETED, checks: ["service", "edition", "dates", "signed"] }),
  "mvsp-self": vendorPaper("MVSP self-assessment", "MVSP-Selbstbewertung", {
    clock: COMPLETED,
    checks: ["service", "edition", "dates", "signed"],
  }),
  "self-attestation": vendorPaper("Signed statement", "Unterschriebene Erklärung", {
    clock: SIGNED,
    checks: ["entity", "content", "signed"],
  }),

  // Technical descriptions
  architecture: vendorPaper("Architecture description", "Architekturbeschreibung", { confidentiality: "restricted" }),
  "data-flow": vendorPaper("Data-flow diagram", "Datenflussdiagramm"),
  "config-export": vendorPaper("Configuration export", "Konfigurationsauszug", {
    accept: DATA,
    checks: ["service", "dates", "content"],
    confidentiality: "restricted",
  }),
  screenshot: vendorPaper("Screenshot", "Bildschirmfoto", { accept: SCAN, checks: ["service", "dates", "content"] }),
  "crypto-standard": vendorPaper("Cryptography standard", "Kryptografievorgabe"),
  "log-policy": vendorPaper("Logging policy", "Protokollierungsvorgabe"),
  "soc-description": vendorPaper("Description of monitoring", "Beschreibung der Überwachung"),
  sdlc: vendorPaper("Secure development description", "Beschreibung der sicheren Entwicklung"),
  sbom: vendorPaper("Software bill of materials", "Softwarestückliste (SBOM)", {
    clock: { en: "Date of the release", de: "Datum der Version" },
    accept: DATA,
    checks: ["service", "dates", "open_findings"],
  }),
  "sample-label": vendorPaper("Sample label or slip", "Musteretikett oder Musterbeleg", { accept: SCAN, checks: ["dates", "content"] }),

  // Made by this portal, never uploaded
  report: ownPaper("Signed audit report", "Signierter Prüfbericht"),
  "decision-page": ownPaper("Decision page", "Entscheidungsblatt"),
} as const satisfies Record<string, EvidenceKindRow>;

export type EvidenceKind = keyof typeof evidenceKinds;

export const evidenceKindCodes = Object.keys(evidenceKinds) as EvidenceKind[];

/** Kinds the portal makes itself; no form offers them. */
export const ownEvidenceKinds: readonly EvidenceKind[] = ["report", "decision-page"];

export function isEvidenceKind(code: string): code is EvidenceKind {
  return Object.hasOwn(evidenceKinds, code);
}

/** The row of a kind, with the general type (fields that a row does not set read as undefined). */
export function evidenceKindRow(kind: EvidenceKind): EvidenceKindRow {
  return evidenceKinds[kind];
}
