// What may pass with a named risk acceptance: each need with the acceptance in force, the one waiting, and what this person may do.
import { mayEver } from "#app/domain/access/policy.ts";
import { refusals } from "#app/domain/access/separation-of-duties.ts";
import { type AcceptanceNeed, acceptanceNeedTexts } from "#app/domain/assessment/decision-prerequisites.ts";
import { countersignRefusal, latestExpiry, permissionToAccept, riskOwnerRefusal } from "#app/domain/assessment/risk-acceptance.ts";
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import { contractClauses } from "#app/domain/report/contract-clauses.ts";
import type { RiskBand } from "#app/domain/risk/risk-levels.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import type { DecisionFactsRead } from "./decision-facts.queries.server.ts";
import { questionTextOf } from "./question-text.server.ts";
import type { RiskAcceptanceRow } from "./risk-acceptances.queries.server.ts";

export interface SignedAcceptance {
  id: string;
  owner: string;
  countersigner: string | null;
  reason: string;
  expiresOn: Day;
}

export interface AcceptanceView {
  subject: string;
  text: string;
  /** Question or clause it is about; empty for none. */
  about: string;
  level: RiskBand;
  inForce: SignedAcceptance | null;
  waiting: (SignedAcceptance & { mayCountersign: boolean; refusal: string | null; mayWithdraw: boolean }) | null;
  /** Why this person cannot own the risk; null when it can. */
  refusal: string | null;
  /** The last day it may run to. */
  latest: Day;
}

type Actor = PersonContext["actor"];

export function acceptanceViews(actor: Actor, facts: DecisionFactsRead, names: ReadonlyMap<string, string>): AcceptanceView[] {
  const signed = (row: RiskAcceptanceRow): SignedAcceptance => ({
    id: row.id,
    owner: names.get(row.ownedById) ?? "Unknown",
    countersigner: row.countersignedById ? (names.get(row.countersignedById) ?? "Unknown") : null,
    reason: row.reason,
    expiresOn: row.expiresOn,
  });
  return facts.prerequisites.acceptances.map((need) => {
    const inForce = facts.acceptances.find(({ id }) => id === need.coveredBy);
    const waiting = facts.acceptances.find(({ subject, status }) => subject === need.subject && status === "proposed");
    return {
      subject: need.subject,
      text: acceptanceNeedTexts[need.code],
      about: aboutWords(need, facts),
      level: need.level,
      inForce: inForce ? signed(inForce) : null,
      waiting: waiting ? { ...signed(waiting), ...rightsOn(actor, waiting) } : null,
      refusal: ownerRefusal(actor, need.level, facts.engagement.ownerId),
      latest: latestExpiry(need.level, facts.today),
    };
  });
}

function aboutWords(need: AcceptanceNeed, { record }: DecisionFactsRead): string {
  if (need.questionKey) return questionTextOf(record.form).byKey(need.questionKey);
  if (need.code !== "clause") return "";
  const id = need.subject.slice("clause:".length);
  const clause = contractClauses.find((each) => each.id === id);
  return clause ? `${clause.id}: ${clause.title}` : id;
}

function ownerRefusal(actor: Actor, level: RiskBand, ownerId: string | null): string | null {
  const refusal = riskOwnerRefusal(level, actor, ownerId);
  if (refusal) return refusals[refusal];
  return mayEver(actor, permissionToAccept(level)) ? null : refusals.lacks_role;
}

function rightsOn(actor: Actor, row: RiskAcceptanceRow) {
  const refusal = countersignRefusal(actor, row);
  return {
    mayCountersign: refusal === undefined,
    refusal: refusal && refusal !== "lacks_role" ? refusals[refusal] : null,
    mayWithdraw: row.ownedById === actor.personId || mayEver(actor, "risk_acceptance.countersign"),
  };
}
