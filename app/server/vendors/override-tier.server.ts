// Sets another tier than computed, with a reason; who may make it milder, and when nobody may, is in domain/risk.
import { DomainError } from "#app/domain/errors.ts";
import { overrideRefusal, overrideRefusals } from "#app/domain/risk/inherent-risk.ts";
import type { Tier } from "#app/domain/risk/risk-levels.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.queries.server.ts";
import { reviseInherentRisk } from "./revise-inherent-risk.step.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

export async function overrideTier(ctx: PersonContext, engagementId: string, input: { tier: Tier; reason: string }): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId, tier: from } = await getEngagement(tx, organisationId, engagementId);
    const { registeredById } = await getVendor(tx, organisationId, vendorId);
    const grant = authorize(ctx, "irq.override", { type: "engagement", organisationId, id: engagementId, vendorId });
    const { irqId, revision } = await reviseInherentRisk(
      tx,
      grant,
      ctx.portal,
      engagementId,
      (_, levels) => {
        const refusal = overrideRefusal({ levels, ...input }, ctx.actor, registeredById);
        if (refusal) throw new DomainError("invalid", overrideRefusals[refusal], { fields: { tier: overrideRefusals[refusal] } });
        return { tier: input.tier, overrideReason: input.reason, overriddenById: personId, agreedById: null, agreedAt: null };
      },
      ctx.now,
    );
    const data = { engagementId, revision, from, to: input.tier, reason: input.reason };
    await recordAuditEvent(tx, grant, { type: "irq.overridden", objectId: irqId, vendorId, data }, ctx.now);
  });
}
