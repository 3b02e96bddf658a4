// Kinds of evidence: card payments. Their sixty days of grace follow the card schemes' registries (late from the first day, red after sixty).
import { COMPLETED, DOCUMENT, days, type EvidenceKindRow, months, OFFICE, pciPaper, SCAN, SEEN, SIGNED, vendorPaper } from "./kind-row.ts";

const NO_MERCHANT_FORM = {
  en: "For service providers. A merchant's form, SAQ A above all, is no proof for a service you sell.",
  de: "Für Dienstleister. Ein Händlerformular, vor allem SAQ A, ist kein Nachweis für eine verkaufte Leistung.",
};

export const cardKinds = {
  "pci-aoc-sp": pciPaper("PCI DSS attestation of compliance, service provider", "PCI-DSS-Konformitätsbescheinigung, Dienstleister", {
    hint: NO_MERCHANT_FORM,
  }),
  "pci-aoc": pciPaper("PCI DSS attestation of compliance, other form", "PCI-DSS-Konformitätsbescheinigung, anderes Formular", {
    hint: NO_MERCHANT_FORM,
  }),
  "pci-roc": pciPaper("PCI DSS report on compliance, sections", "PCI-DSS-Konformitätsbericht, Auszüge", { confidentiality: "restricted" }),
  "pci-saq-d-sp": pciPaper("PCI DSS SAQ D for service providers", "PCI-DSS-SAQ D für Dienstleister", {
    issuer: "vendor",
    clock: COMPLETED,
    hint: NO_MERCHANT_FORM,
  }),
  // A merchant's: kept on file by our own people, refused as proof (merchant-forms.ts).
  "pci-saq": pciPaper("PCI DSS self-assessment, other form", "PCI-DSS-Selbstbewertung, anderes Formular", {
    issuer: "vendor",
    clock: COMPLETED,
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
} as const satisfies Record<string, EvidenceKindRow>;
