// Gives a person other roles. They hold from its next request on: sessions carry no roles (OWASP ASVS 5.0 V8.3.2).
import type { Role } from "#app/domain/access/roles.ts";
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getPerson, updatePerson } from "./people.repo.server.ts";

export async function changeRoles(ctx: PersonContext, personId: string, roles: Role[]): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const person = await getPerson(tx, organisationId, personId);
    const grant = authorize(ctx, "person.manage", { type: "person", organisationId });
    if (personId === ctx.actor.personId && !roles.includes("administrator")) {
      throw new DomainError("invalid", "You cannot take the administrator role from yourself.", {
        fields: { roles: "Keep administrator, or ask another administrator." },
      });
    }
    await updatePerson(tx, organisationId, personId, { roles });
    await recordAuditEvent(
      tx,
      grant,
      { type: "person.roles_changed", objectId: personId, data: { from: person.roles, to: roles } },
      ctx.now,
    );
  });
}
