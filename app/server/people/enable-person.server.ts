// Lets a disabled person sign in again with the password it had.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getPerson, updatePerson } from "./people.repo.server.ts";

export async function enablePerson(ctx: PersonContext, personId: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const person = await getPerson(tx, organisationId, personId);
    const grant = authorize(ctx, "person.manage", { type: "person", organisationId });
    if (!person.disabledAt) throw new DomainError("illegal_transition", "This person is enabled already.", { state: "enabled" });
    await updatePerson(tx, organisationId, personId, { disabledAt: null });
    await recordAuditEvent(tx, grant, { type: "person.enabled", objectId: personId, data: {} }, ctx.now);
  });
}
