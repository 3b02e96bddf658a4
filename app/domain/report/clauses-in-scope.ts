// Which contract clauses an engagement needs, by its facts, and which of them are missing.
// Sources: GDPR Art. 28(3); Cal. Civ. Code 1798.100(d) and 11 CCR 7051(a); PCI DSS 4.0.1 12.8.2.
import { type Facts, holdsCustomerData, isInCardScope } from "#app/domain/risk/facts.ts";
import { type ContractClause, contractClauses } from "./contract-clauses.ts";
import type { ClauseFramework, ClauseState } from "./report-facts.ts";

/** Clause id -> whether it is agreed, and where it stands in the contract. A clause nobody recorded is unknown. */
export type RecordedClauses = Readonly<Record<string, { state: ClauseState; where?: string } | undefined>>;

const isNeeded: Record<ClauseFramework, (facts: Facts) => boolean> = {
  gdpr: holdsCustomerData,
  // Regions come from a fact question: data in the United States brings the Californian terms in.
  ccpa: (facts) => holdsCustomerData(facts) && (facts.region?.includes("us") ?? false),
  pci: isInCardScope,
};

export const clausesInScope = (facts: Facts): ContractClause[] => contractClauses.filter(({ framework }) => isNeeded[framework](facts));

/** Needed clauses that are not known to be agreed. */
export const missingClauses = (facts: Facts, recorded: RecordedClauses): ContractClause[] =>
  clausesInScope(facts).filter(({ id }) => recorded[id]?.state !== "yes");
