// The business owner says that the inherent-risk answers are right: nothing is assumed from then on.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.queries.server.ts";
import { reviseInherentRisk } from "./revise-inherent-risk.step.server.ts";
import { screenRequested } from "./set-engagement-status.step.server.ts";

export async function confirmInherentRisk(ctx: PersonContext, engagementId: string): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const engagement = await getEngagement(tx, organisationId, engagementId);
    const { vendorId, ownerId } = engagement;
    const grant = authorize(ctx, "irq.confirm", { type: "engagement", organisationId, id: engagementId, vendorId, ownerId });
    await screenRequested(tx, grant, engagement, ctx.now);
    const change = () => ({ assumed: [], confirmedById: personId, confirmedAt: ctx.now, agreedById: null, agreedAt: null });
    const { irqId, revision, tier } = await reviseInherentRisk(tx, grant, ctx.portal, engagementId, change, ctx.now);
    const data = { engagementId, revision, tier };
    await recordAuditEvent(tx, grant, { type: "irq.confirmed", objectId: irqId, vendorId, data }, ctx.now);
  });
}
