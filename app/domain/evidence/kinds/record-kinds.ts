// Kinds of evidence: policies, plans, records and technical descriptions.
import { COMPLETED, DATA, type EvidenceKindRow, months, NONE, SCAN, SEEN, SIGNED, vendorPaper } from "./kind-row.ts";

export const recordKinds = {
  // Policies, plans and records
  policy: vendorPaper("Policy", "Richtlinie", { clock: { en: "Date of the last review", de: "Datum der letzten Durchsicht" } }),
  procedure: vendorPaper("Procedure", "Arbeitsanweisung"),
  "risk-assessment": vendorPaper("Risk assessment", "Risikobeurteilung", { clock: COMPLETED }),
  bcp: vendorPaper("Continuity plan", "Notfallplan"),
  "ir-plan": vendorPaper("Incident response plan", "Vorfallplan", { checks: ["owner", "dates", "notice_hours", "content"] }),
  "exit-plan": vendorPaper("Exit plan", "Ausstiegsplan", { issuer: "both" }),
  "hr-policy": vendorPaper("Personnel security policy", "Richtlinie zur Personalsicherheit"),
  "access-review": vendorPaper("Access review record", "Nachweis der Berechtigungsprüfung", {
    clock: COMPLETED,
    validity: months(6), // PCI DSS 4.0.1 7.2.4
    checks: ["service", "dates", "population"],
  }),
  "training-record": vendorPaper("Training record", "Schulungsnachweis", { clock: COMPLETED, checks: ["dates", "population", "content"] }),
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
  "data-flow": vendorPaper("Data-flow diagram", "Datenflussdiagramm", { checks: ["owner", "service", "locations", "dates", "content"] }),
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
} as const satisfies Record<string, EvidenceKindRow>;
