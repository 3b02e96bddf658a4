// Changes service, owner and go-live day of an engagement. The day cannot be taken away again from a service that entered as already in
// use: "engaged before assessment" (PCI DSS 4.0.1 12.8.3) must stay visible.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { requireOwner } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEngagement } from "./engagements.queries.server.ts";
import { updateEngagement } from "./engagements.repo.server.ts";
import { requirePastDay } from "./require-past-day.queries.server.ts";

/** The whole of it, as the form shows it: a field left out is emptied. */
export interface EngagementEdit {
  service: string;
  ownerId?: string | undefined;
  wentLiveOn?: string | undefined;
}

export async function editEngagement(ctx: PersonContext, engagementId: string, input: EngagementEdit): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const before = await getEngagement(tx, organisationId, engagementId);
    const { vendorId } = before;
    const grant = authorize(ctx, "engagement.edit", { type: "engagement", organisationId, id: engagementId, vendorId });
    const after = { service: input.service, ownerId: input.ownerId ?? null, wentLiveOn: input.wentLiveOn ?? null };
    const fields = (["service", "ownerId", "wentLiveOn"] as const).filter((field) => after[field] !== before[field]);
    if (fields.length === 0) return;
    if (fields.includes("ownerId")) await requireOwner(tx, organisationId, after.ownerId);
    await requirePastDay(tx, organisationId, "wentLiveOn", after.wentLiveOn, ctx.now);
    if (after.wentLiveOn === null && before.status === "active_not_assessed") {
      throw new DomainError("invalid", "Please check the marked fields. Nothing was saved.", {
        fields: { wentLiveOn: "This service is in use. Give the day it went live." },
      });
    }
    await updateEngagement(tx, organisationId, engagementId, { ...after, updatedAt: ctx.now });
    await recordAuditEvent(tx, grant, { type: "engagement.edited", objectId: engagementId, vendorId, data: { fields } }, ctx.now);
  });
}
