// Addenda: what may change about a decision after its documents were signed, and the facts of the page that says so. Signed documents are
// never made again; an addendum stands beside them (docs: product, "Decision"). The page is drawn from these facts alone.
import type { ReportCondition } from "./report-facts.ts";

export const addendumCauses = ["condition_met", "acceptance_ended", "decision_withdrawn"] as const;
export type AddendumCause = (typeof addendumCauses)[number];

export const addendumTitles: Record<AddendumCause, string> = {
  condition_met: "A condition is met",
  acceptance_ended: "A risk acceptance ended",
  decision_withdrawn: "The decision is withdrawn",
};

/** A signed document an addendum adds to, named so that a holder can find it again. */
export interface NamedDocument {
  /** "Audit report", "Decision page", "Addendum 1". */
  name: string;
  id: string;
  sha256: string;
  storedAt: string;
}

export interface AddendumFacts {
  document: { id: string; producedAt: string; classification: string; timeZone: string; language: "en" };
  organisation: { name: string };
  vendor: { name: string };
  engagement: { service: string };
  assessment: { number: string };
  /** Counts from 1 per decision. */
  number: number;
  cause: AddendumCause;
  /** What changed, in one or two sentences. */
  statement: string;
  reason: string;
  at: string;
  /** Role of whoever recorded it; people who did not sign are never named. */
  byRole: string;
  decision: { outcome: "approved" | "approved_with_conditions" | "declined" | "on_hold"; decidedAt: string; isWithdrawn: boolean };
  /** As they stand with this addendum. */
  conditions: Pick<ReportCondition, "number" | "text" | "due" | "dueOn" | "state">[];
  acceptances: { subject: string; expiresOn: string; isInForce: boolean }[];
  addsTo: NamedDocument[];
  verifyUrl: string;
}
