// Contract clauses the checklist asks for, in our own words. Ids are printed and stored in report.json; never renumber.
// Sources: GDPR Art. 28(3)(a)–(h); Cal. Civ. Code 1798.100(d) and 11 CCR 7051(a); PCI DSS 4.0.1 12.8.2.
import type { ClauseFramework } from "./report-facts.ts";

export interface ContractClause {
  framework: ClauseFramework;
  id: string;
  title: string;
}

export const contractClauses: readonly ContractClause[] = [
  { framework: "gdpr", id: "28(3)(a)", title: "Acts only on our documented instructions, transfers included" },
  { framework: "gdpr", id: "28(3)(b)", title: "Binds everybody who handles the data to confidentiality" },
  { framework: "gdpr", id: "28(3)(c)", title: "Takes the security measures of Article 32" },
  { framework: "gdpr", id: "28(3)(d)", title: "Engages sub-processors only as agreed, with the same duties" },
  { framework: "gdpr", id: "28(3)(e)", title: "Helps us to answer requests of data subjects" },
  { framework: "gdpr", id: "28(3)(f)", title: "Helps us with security, breach notices and impact assessments" },
  { framework: "gdpr", id: "28(3)(g)", title: "Deletes or returns the data at the end, as we choose" },
  { framework: "gdpr", id: "28(3)(h)", title: "Shows compliance and allows audits and inspections" },
  { framework: "ccpa", id: "7051(a)(1)", title: "Does not sell or share the personal information" },
  { framework: "ccpa", id: "7051(a)(2)", title: "Names the specific business purposes of the processing" },
  { framework: "ccpa", id: "7051(a)(3)-(4)", title: "Uses it for no other purpose, commercial or not" },
  { framework: "ccpa", id: "7051(a)(5)", title: "Neither uses it outside our relationship nor combines it" },
  { framework: "ccpa", id: "7051(a)(6)", title: "Gives the same level of privacy protection and security" },
  { framework: "ccpa", id: "7051(a)(7)", title: "Lets us make sure of the use, by audits or scans" },
  { framework: "ccpa", id: "7051(a)(8)", title: "Tells us when it can no longer comply" },
  { framework: "ccpa", id: "7051(a)(9)", title: "Lets us stop and remedy unauthorised use" },
  { framework: "ccpa", id: "7051(a)(10)", title: "Enables us to honour requests of consumers" },
  { framework: "pci", id: "12.8.2", title: "Acknowledges in writing its responsibility for the account data it handles or can affect" },
];
