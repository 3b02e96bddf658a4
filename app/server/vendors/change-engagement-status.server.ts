// Steps a person takes on an engagement: hold, resume, withdraw, reconsider, suspend, reinstate, offboard, finish off-boarding.
// Each needs a reason, which stays in the audit log.
import type { engagementVerbs } from "#app/domain/engagement/engagement-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.queries.server.ts";
import { refreshVendorSummary } from "./refresh-vendor-summary.step.server.ts";
import { setEngagementStatus } from "./set-engagement-status.step.server.ts";

export type PersonVerb = (typeof engagementVerbs)[number];

/** Throws illegal_transition with the current state. */
export async function changeEngagementStatus(ctx: PersonContext, engagementId: string, verb: PersonVerb, reason: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const engagement = await getEngagement(tx, organisationId, engagementId);
    const { vendorId } = engagement;
    const grant = authorize(ctx, "engagement.change_status", { type: "engagement", organisationId, id: engagementId, vendorId });
    if (reason.trim() === "") {
      throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", { fields: { reason: "Say why." } });
    }
    await setEngagementStatus(tx, grant, engagement, verb, reason.trim(), ctx.now);
    await refreshVendorSummary(tx, organisationId, vendorId, ctx.now);
  });
}
