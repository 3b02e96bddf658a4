// Disabling ends all sessions at once (OWASP ASVS 5.0 V7.4.2). Nobody disables themselves, so an administrator always remains.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { endSessionsOf, getPerson, updatePerson } from "./people.repo.server.ts";

export async function disablePerson(ctx: PersonContext, personId: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const person = await getPerson(tx, organisationId, personId);
    const grant = authorize(ctx, "person.manage", { type: "person", organisationId });
    if (personId === ctx.actor.personId)
      throw new DomainError("illegal_transition", "You cannot disable yourself.", { state: "signed in" });
    if (person.disabledAt) throw new DomainError("illegal_transition", "This person is disabled already.", { state: "disabled" });
    await updatePerson(tx, organisationId, personId, { disabledAt: ctx.now });
    await endSessionsOf(tx, organisationId, personId, ctx.now);
    await recordAuditEvent(tx, grant, { type: "person.disabled", objectId: personId, data: {} }, ctx.now);
  });
}
