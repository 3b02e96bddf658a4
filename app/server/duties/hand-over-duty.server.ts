// Somebody else of our people takes over an open control that a vendor expects from us.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { requireOwner } from "../people/named-people.queries.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getDuty } from "./duties.queries.server.ts";
import { updateDuty } from "./duties.repo.server.ts";

/** Throws invalid with data.fields for nobody who works here, illegal_transition when it is ticked off or expected no more. */
export async function handOverDuty(ctx: PersonContext, dutyId: string, to: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId, engagementId, ownerId, doneAt, withdrawnAt } = await getDuty(tx, organisationId, dutyId);
    const grant = authorize(ctx, "duty.record", { type: "duty", organisationId, id: dutyId, vendorId, ownerId });
    if (withdrawnAt) throw new DomainError("illegal_transition", "No current report expects this any more.", { state: "withdrawn" });
    if (doneAt) throw new DomainError("illegal_transition", "This is ticked off already.", { state: "done" });
    await requireOwner(tx, organisationId, to);
    if (to === ownerId) return;
    await updateDuty(tx, organisationId, dutyId, { ownerId: to });
    const event = { type: "duty.handed_over", objectId: dutyId, vendorId, data: { engagementId, ownerId: to } } as const;
    await recordAuditEvent(tx, grant, event, ctx.now);
  });
}
