// One of our people says that a control a vendor expects from us is in place, and how that shows.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getDuty } from "./duties.queries.server.ts";
import { updateDuty } from "./duties.repo.server.ts";

/** Throws invalid with data.fields, illegal_transition when it is ticked off already or expected no more. */
export async function tickOffDuty(ctx: PersonContext, dutyId: string, note: string): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { vendorId, engagementId, ownerId, doneAt, withdrawnAt } = await getDuty(tx, organisationId, dutyId);
    const grant = authorize(ctx, "duty.record", { type: "duty", organisationId, id: dutyId, vendorId, ownerId });
    if (withdrawnAt) throw new DomainError("illegal_transition", "No current report expects this any more.", { state: "withdrawn" });
    if (doneAt) throw new DomainError("illegal_transition", "This is ticked off already.", { state: "done" });
    if (note.trim() === "") {
      throw new DomainError("invalid", "Say how it shows. Nothing was saved.", {
        fields: { note: "Say how it shows, such as where it is set." },
      });
    }
    await updateDuty(tx, organisationId, dutyId, { doneAt: ctx.now, doneById: personId, note: note.trim() });
    await recordAuditEvent(tx, grant, { type: "duty.done", objectId: dutyId, vendorId, data: { engagementId } }, ctx.now);
  });
}
