// Kinds of evidence: contracts and privacy.
import { days, type EvidenceKindRow, NONE, SCAN, SEEN, SIGNED, vendorPaper } from "./kind-row.ts";

export const contractKinds = {
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
} as const satisfies Record<string, EvidenceKindRow>;
