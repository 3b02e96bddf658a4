// A control that was ticked off is to be looked at again: the reason takes the place of the note until then.
import { dutyDueOn } from "#app/domain/duty/duty.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getDuty } from "./duties.queries.server.ts";
import { updateDuty } from "./duties.repo.server.ts";

/** Throws invalid with data.fields, illegal_transition when it is open or expected no more. */
export async function reopenDuty(ctx: PersonContext, dutyId: string, reason: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId, engagementId, ownerId, doneAt, withdrawnAt } = await getDuty(tx, organisationId, dutyId);
    const grant = authorize(ctx, "duty.record", { type: "duty", organisationId, id: dutyId, vendorId, ownerId });
    if (withdrawnAt || !doneAt) throw new DomainError("illegal_transition", "This is not ticked off.", { state: "open" });
    if (reason.trim() === "") throw new DomainError("invalid", "Say why. Nothing was saved.", { fields: { note: "Say why." } });
    const dueOn = dutyDueOn(await todayIn(tx, organisationId, ctx.now));
    await updateDuty(tx, organisationId, dutyId, { doneAt: null, doneById: null, note: reason.trim(), dueOn });
    const event = { type: "duty.reopened", objectId: dutyId, vendorId, data: { engagementId, reason: reason.trim() } } as const;
    await recordAuditEvent(tx, grant, event, ctx.now);
  });
}
