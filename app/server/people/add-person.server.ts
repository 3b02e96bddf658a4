// Adds a person with roles. It gets no password from us, but a one-time link to set one.
import type { NewPerson } from "#app/domain/access/people.schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { emailKey as keyOfEmail, nameKey } from "#app/domain/vendor/vendor-keys.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { findPersonByEmail } from "../platform/unscoped.queries.server.ts";
import { makePasswordLink } from "./make-password-link.step.server.ts";
import { insertPerson } from "./people.repo.server.ts";

export async function addPerson(ctx: Context, input: NewPerson): Promise<{ personId: string; passwordLink: string }> {
  const { organisationId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const grant = authorize(ctx, "person.manage", { type: "person", organisationId });
    const emailKey = keyOfEmail(input.email);
    if (await findPersonByEmail(tx, emailKey)) {
      throw new DomainError("conflict", "Somebody with this e-mail address is here already.", {
        fields: { email: "This address is taken." },
      });
    }
    const id = ctx.portal.ids.next("person", ctx.now);
    await insertPerson(tx, {
      id,
      organisationId,
      name: input.name,
      nameKey: nameKey(input.name),
      email: input.email,
      emailKey,
      roles: input.roles,
      createdAt: ctx.now,
    });
    await recordAuditEvent(tx, grant, { type: "person.added", objectId: id, data: { roles: input.roles } }, ctx.now);
    const by = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    return { personId: id, passwordLink: await makePasswordLink(tx, grant, ctx.portal, id, by, ctx.now) };
  });
}
