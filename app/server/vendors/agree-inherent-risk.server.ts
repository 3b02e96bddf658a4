// Compliance agrees to confirmed answers; without it nothing can be decided.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.queries.server.ts";
import { reviseInherentRisk } from "./revise-inherent-risk.step.server.ts";

export async function agreeInherentRisk(ctx: PersonContext, engagementId: string): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId } = await getEngagement(tx, organisationId, engagementId);
    const grant = authorize(ctx, "irq.agree", { type: "engagement", organisationId, id: engagementId, vendorId });
    const { irqId, revision, tier } = await reviseInherentRisk(
      tx,
      grant,
      ctx.portal,
      engagementId,
      (before) => {
        if (before.confirmedAt === null) {
          throw new DomainError("illegal_transition", "The owner of the engagement has to confirm the answers first.", {
            state: "not confirmed",
          });
        }
        return { agreedById: personId, agreedAt: ctx.now };
      },
      ctx.now,
    );
    await recordAuditEvent(tx, grant, { type: "irq.agreed", objectId: irqId, vendorId, data: { engagementId, revision, tier } }, ctx.now);
  });
}
