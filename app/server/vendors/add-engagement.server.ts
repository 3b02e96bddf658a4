// Adds a service of a known vendor. A business owner can only ask for one: it enters as "requested", owned by the one who asks, until
// procurement or compliance looks at its inherent risk.
import { mayEver } from "#app/domain/access/policy.ts";
import type { IrqAnswers } from "#app/domain/risk/facts.ts";
import type { Category } from "#app/domain/vendor/categories.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { requireOwner } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { addEngagementTo } from "./add-engagement.step.server.ts";
import { refreshVendorSummary } from "./refresh-vendor-summary.step.server.ts";
import { requirePastDay } from "./require-past-day.queries.server.ts";
import { getVendor } from "./vendors.queries.server.ts";

export interface EngagementInput {
  service: string;
  /** Absent: whoever adds it. */
  ownerId?: string | undefined;
  /** A service already in use: the day it went live, not after today. */
  wentLiveOn?: string | undefined;
  irqAnswers?: IrqAnswers | undefined;
}

export async function addEngagement(ctx: PersonContext, vendorId: string, input: EngagementInput): Promise<{ engagementId: string }> {
  const { organisationId, personId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const vendor = await getVendor(tx, organisationId, vendorId);
    const isRequest = !mayEver(ctx.actor, "engagement.add");
    const grant = authorize(ctx, isRequest ? "engagement.request" : "engagement.add", {
      type: "vendor",
      organisationId,
      id: vendorId,
      vendorId,
    });
    const ownerId = isRequest ? personId : (input.ownerId ?? personId);
    await requireOwner(tx, organisationId, ownerId);
    await requirePastDay(tx, organisationId, "wentLiveOn", input.wentLiveOn, ctx.now);
    const engagementId = await addEngagementTo(
      tx,
      grant,
      ctx.portal,
      {
        vendorId,
        category: vendor.category as Category,
        service: input.service,
        ownerId,
        wentLiveOn: input.wentLiveOn ?? null,
        irqAnswers: input.irqAnswers ?? {},
        isRequest,
      },
      ctx.now,
    );
    if (isRequest) await recordAuditEvent(tx, grant, { type: "engagement.requested", objectId: engagementId, vendorId, data: {} }, ctx.now);
    await refreshVendorSummary(tx, organisationId, vendorId, ctx.now);
    return { engagementId };
  });
}
