// Its owner or compliance takes a risk acceptance back, as long as no final decision rests on it.
import { permissionToAccept } from "#app/domain/assessment/risk-acceptance.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { acceptFindingRisk } from "../findings/accept-finding-risk.step.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { findDecisionOf } from "./decisions.queries.server.ts";
import { updateRiskAcceptance } from "./decisions.repo.server.ts";
import { getRiskAcceptance } from "./risk-acceptances.queries.server.ts";

export async function withdrawRiskAcceptance(ctx: PersonContext, riskAcceptanceId: string, reason: string): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const row = await getRiskAcceptance(tx, organisationId, riskAcceptanceId);
    const { vendorId } = row;
    const isOwner = row.ownedById === personId;
    const object = { type: "risk_acceptance", organisationId, id: row.id, vendorId, ownerId: row.ownedById };
    const grant = authorize(ctx, isOwner ? permissionToAccept(row.level) : "risk_acceptance.countersign", object);
    if (reason.trim() === "") throw new DomainError("invalid", "Say why it is withdrawn.", { fields: { reason: "Say why." } });
    if (row.status !== "proposed" && row.status !== "in_force") {
      throw new DomainError("illegal_transition", "This acceptance is over already.", { state: row.status });
    }
    const decision = await findDecisionOf(tx, organisationId, row.assessmentId);
    if (row.status === "in_force" && decision) {
      throw new DomainError("illegal_transition", "A signed decision rests on this acceptance; it runs until its day.", {
        state: row.status,
      });
    }
    await updateRiskAcceptance(tx, organisationId, row.id, { status: "withdrawn", endedAt: ctx.now });
    const data = { reason: reason.trim() };
    await recordAuditEvent(tx, grant, { type: "risk_acceptance.withdrawn", objectId: row.id, vendorId, data }, ctx.now);
    if (row.findingId) await acceptFindingRisk(tx, grant, row.findingId, "end_acceptance", ctx.now);
  });
}
