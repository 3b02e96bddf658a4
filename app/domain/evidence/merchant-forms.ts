// Merchants' self-assessments (SAQ A, A-EP, B, C, P2PE, D for merchants) say how a shop protects cards; they prove nothing about a
// service a vendor sells (PCI SSC FAQ 1065). They are refused where proof is asked for, with what to send instead.

export const merchantFormRefusal = {
  en: "This is a merchant's form: it says how a company protects the cards of its own customers, not what it does for ours. Please send the attestation of compliance for service providers, SAQ D for service providers, or evidence per requirement. Nothing else was lost.",
  de: "Das ist ein Händlerformular: Es sagt, wie eine Firma die Karten ihrer eigenen Kunden schützt, nicht was sie für unsere tut. Bitte senden Sie die Konformitätsbescheinigung oder den SAQ D für Dienstleister, oder Nachweise je Anforderung. Sonst ging nichts verloren.",
} as const;

/** For our own people, who may keep it. */
export const merchantFormToKeep =
  "This is a merchant's form, no proof for a service we buy. To keep it on file all the same, choose the kind “PCI DSS self-assessment, other form” and no question.";

/** Kinds that prove something only for who sells a service. */
const cardProof: ReadonlySet<string> = new Set(["pci-aoc-sp", "pci-aoc", "pci-roc", "pci-saq-d-sp", "pci-saq"]);

const merchantName = /\bsaq (a|a ep|b|b ip|c|c vt|p2pe|spoc|d merchants?|d mer)\b|\bmerchants? (aoc|saq|self assessment|attestation)\b/;

/** Whether what is offered as proof of card security is a merchant's form: by what it is called, or by its file's name. */
export function isMerchantForm(kind: string, fileName: string): boolean {
  if (!cardProof.has(kind)) return false;
  if (kind === "pci-saq") return true;
  const words = fileName
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\.[a-z0-9]+$/, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return merchantName.test(words) && !/service provider|\bsp\b/.test(words);
}
