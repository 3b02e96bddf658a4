// A new one-time link for somebody who lost a password or let the first link lapse.
import { DomainError } from "#app/domain/errors.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { makePasswordLink } from "./make-password-link.step.server.ts";
import { getPerson } from "./people.repo.server.ts";

export async function renewPasswordLink(ctx: PersonContext, personId: string): Promise<{ passwordLink: string; name: string }> {
  const { organisationId } = ctx.actor;
  return ctx.portal.store.tx(organisationId, async (tx) => {
    const person = await getPerson(tx, organisationId, personId);
    const grant = authorize(ctx, "person.manage", { type: "person", organisationId });
    if (person.disabledAt) throw new DomainError("illegal_transition", "Enable this person first.", { state: "disabled" });
    return { passwordLink: await makePasswordLink(tx, grant, ctx.portal, personId, ctx.actor.personId, ctx.now), name: person.name };
  });
}
