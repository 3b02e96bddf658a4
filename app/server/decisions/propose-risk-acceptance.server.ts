// The owner of a risk accepts it until a day, with a reason; compliance countersigns. A further acceptance of the same risk is a renewal
// of the one before, and there is one renewal. The score stays as it is.

import { mayEver } from "#app/domain/access/policy.ts";
import { refusals } from "#app/domain/access/separation-of-duties.ts";
import {
  type AcceptanceBefore,
  acceptanceRefusal,
  acceptanceRefusals,
  continuedBy,
  permissionToAccept,
  riskOwnerRefusal,
} from "#app/domain/assessment/risk-acceptance.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize, refusedByRule } from "../platform/authorize.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { decisionFactsOf } from "./decision-facts.queries.server.ts";
import { insertRiskAcceptance } from "./decisions.repo.server.ts";
import type { RiskAcceptanceRow } from "./risk-acceptances.queries.server.ts";

export interface RiskAcceptanceInput {
  /** One of the open needs of the decision, such as `knock_out:payment-provider#pci_validation`. */
  subject: string;
  reason: string;
  expiresOn: string;
}

/** Returns the new id. Throws invalid when nothing needs this acceptance, forbidden for who does not own it, conflict when it was renewed. */
export async function proposeRiskAcceptance(ctx: PersonContext, assessmentId: string, input: RiskAcceptanceInput): Promise<string> {
  const { organisationId, personId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const { assessment, engagement, prerequisites, acceptances, findingIdOf } = await decisionFactsOf(
      ctx.portal,
      tx,
      organisationId,
      assessmentId,
      ctx.now,
    );
    const { vendorId } = assessment;
    const need = prerequisites.acceptances.find(({ subject }) => subject === input.subject);
    const object = { type: "engagement", organisationId, id: engagement.id, vendorId, ownerId: engagement.ownerId };
    // Where nothing has to be accepted, no level says which right it takes: either one does for being told so.
    const eitherRight = mayEver(ctx.actor, "risk_acceptance.sign") ? "risk_acceptance.sign" : "risk_acceptance.propose";
    const grant = authorize(ctx, need ? permissionToAccept(need.level) : eitherRight, object);
    const refusal = need && riskOwnerRefusal(need.level, ctx.actor, engagement.ownerId);
    if (refusal) throw refusedByRule(grant, refusal, refusals[refusal]);
    const isWaiting = acceptances.some(({ subject, status }) => subject === input.subject && status === "proposed");
    if (isWaiting) throw new DomainError("conflict", "Somebody proposed this acceptance already; it waits for the countersignature.");
    if (!need)
      throw new DomainError("invalid", "Nothing here needs this acceptance.", { fields: { subject: "Choose one of the open points." } });
    const renewed = continuedBy(input.subject, acceptances as (RiskAcceptanceRow & AcceptanceBefore)[]);
    const today = await todayIn(tx, organisationId, ctx.now);
    const given = {
      level: need.level,
      reason: input.reason,
      expiresOn: input.expiresOn,
      renews: renewed ? { isRenewal: renewed.renewsId !== null, expiresOn: renewed.expiresOn } : null,
    };
    const wrong = acceptanceRefusal(given, today);
    if (wrong === "renewed_already") throw new DomainError("conflict", acceptanceRefusals[wrong]);
    if (wrong)
      throw new DomainError("invalid", acceptanceRefusals[wrong], {
        fields: { [wrong === "needs_reason" ? "reason" : "expiresOn"]: acceptanceRefusals[wrong] },
      });
    const id = ctx.portal.ids.next("riskAcceptance", ctx.now);
    await insertRiskAcceptance(tx, {
      id,
      organisationId,
      engagementId: engagement.id,
      vendorId,
      assessmentId,
      subject: need.subject,
      findingId: need.questionKey ? findingIdOf(need.questionKey) : null,
      level: need.level,
      reason: input.reason,
      status: "proposed",
      proposedById: personId,
      proposedAt: ctx.now,
      ownedById: personId,
      expiresOn: input.expiresOn,
      renewsId: renewed?.id ?? null,
    });
    const data = {
      assessmentId,
      subject: need.subject,
      level: need.level,
      ownedById: personId,
      expiresOn: input.expiresOn,
      renewsId: renewed?.id ?? null,
    };
    await recordAuditEvent(tx, grant, { type: "risk_acceptance.proposed", objectId: id, vendorId, data }, ctx.now);
    return id;
  });
}
