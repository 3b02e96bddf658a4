// Compliance countersigns what the owner of a risk accepted; from then on it is in force, and its finding reads "risk accepted".

import { refusals } from "#app/domain/access/separation-of-duties.ts";
import { countersignRefusal } from "#app/domain/assessment/risk-acceptance.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { acceptFindingRisk } from "../findings/accept-finding-risk.step.server.ts";
import { authorize, refusedByRule } from "../platform/authorize.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { updateRiskAcceptance } from "./decisions.repo.server.ts";
import { getRiskAcceptance } from "./risk-acceptances.queries.server.ts";

/** Throws forbidden for who owns or proposed it, illegal_transition unless it is proposed and not over. */
export async function countersignRiskAcceptance(ctx: PersonContext, riskAcceptanceId: string): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const row = await getRiskAcceptance(tx, organisationId, riskAcceptanceId);
    const { vendorId, assessmentId, expiresOn } = row;
    const object = { type: "risk_acceptance", organisationId, id: row.id, vendorId };
    const grant = authorize(ctx, "risk_acceptance.countersign", object);
    const refusal = countersignRefusal(ctx.actor, row);
    if (refusal) throw refusedByRule(grant, refusal, refusals[refusal]);
    if (row.status !== "proposed") {
      throw new DomainError("illegal_transition", "This acceptance does not wait for a countersignature.", { state: row.status });
    }
    if (expiresOn <= (await todayIn(tx, organisationId, ctx.now))) {
      throw new DomainError("illegal_transition", "Its last day has come; it has to be proposed anew.", { state: "expired" });
    }
    const change = { status: "in_force", countersignedById: personId, countersignedAt: ctx.now } as const;
    await updateRiskAcceptance(tx, organisationId, row.id, change);
    await recordAuditEvent(
      tx,
      grant,
      { type: "risk_acceptance.countersigned", objectId: row.id, vendorId, data: { assessmentId, expiresOn } },
      ctx.now,
    );
    if (row.findingId) await acceptFindingRisk(tx, grant, row.findingId, "accept_risk", ctx.now);
  });
}
