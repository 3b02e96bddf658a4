// Sets a password through a one-time link. The link works once, even for two browsers at the same moment; all sessions end.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { addressKey } from "../platform/limits.server.ts";
import { hashPassword, passwordProblem } from "../platform/password.server.ts";
import type { AnonymousContext } from "../platform/request-context.server.ts";
import { hashToken } from "../platform/tokens.server.ts";
import { findPasswordLinkByToken } from "../platform/unscoped.queries.server.ts";
import { endSessionsOf, updatePerson, usePasswordLink } from "./people.repo.server.ts";

/** For whom the link is; throws not_found when it is unknown, used or over. */
export async function openPasswordLink(ctx: AnonymousContext, token: string): Promise<{ name: string; email: string }> {
  const { person } = await findUsable(ctx, token);
  return { name: person.name, email: person.email };
}

export async function setPassword(ctx: AnonymousContext, token: string, input: { password: string; repeated: string }): Promise<void> {
  await ctx.portal.limits.consume("password_link_ip", addressKey(ctx.ip), ctx.now);
  const { link, person } = await findUsable(ctx, token);
  if (input.password !== input.repeated)
    throw new DomainError("invalid", "The two passwords differ.", { fields: { repeated: "This is not the same password." } });
  const problem = passwordProblem(input.password, [person.name, person.email]);
  if (problem) throw new DomainError("invalid", "Choose another password.", { fields: { password: problem } });
  const passwordHash = await hashPassword(input.password);
  const { organisationId } = person;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const grant = authorize({ ...ctx, actor: { kind: "anonymous", organisationId } }, "password.set", { type: "person", organisationId });
    if (!(await usePasswordLink(tx, organisationId, link.id, ctx.now))) throw unknownLink();
    await updatePerson(tx, organisationId, person.id, { passwordHash });
    await endSessionsOf(tx, organisationId, person.id, ctx.now);
    await recordAuditEvent(tx, grant, { type: "password.set", objectId: person.id, data: {} }, ctx.now);
  });
}

async function findUsable(ctx: AnonymousContext, token: string) {
  const found = await findPasswordLinkByToken(ctx.portal.store.read, hashToken(token));
  if (!found || found.link.usedAt || ctx.now >= found.link.expiresAt) throw unknownLink();
  return found;
}

function unknownLink(): DomainError {
  return new DomainError("not_found", "This link was used, has ended, or never was. Ask your administrator for a new one.");
}
