// Signing in with e-mail and password. Every refusal costs the same time and says the same words, whether the account exists,
// is disabled, or the password is wrong (OWASP ASVS 5.0 V6.3.8). A new session id is made at each sign-in, and a
// hash made with less effort than today's is made anew, for only then the password is at hand.

import { DomainError } from "#app/domain/errors.ts";
import { emailKey as keyOfEmail } from "#app/domain/vendor/vendor-keys.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import { addressKey } from "../platform/limits.server.ts";
import { hashPassword, isOutdatedHash, verifyPassword } from "../platform/password.server.ts";
import type { AnonymousContext } from "../platform/request-context.server.ts";
import { newToken } from "../platform/tokens.server.ts";
import { findPersonByEmail } from "../platform/unscoped.queries.server.ts";
import { getPerson, insertSession, updatePerson } from "./people.repo.server.ts";

export interface SignedIn {
  /** For the cookie, once. */
  token: string;
  maxAgeSeconds: number;
}

export async function signIn(ctx: AnonymousContext, input: { email: string; password: string }): Promise<SignedIn> {
  const { portal, now, ip } = ctx;
  const emailKey = keyOfEmail(input.email);
  await portal.limits.consume("sign_in_ip", addressKey(ip), now);
  await portal.limits.consume("sign_in_account", emailKey, now);
  const person = await findPersonByEmail(portal.store.read, emailKey);
  const isRight = await verifyPassword(person?.passwordHash ?? null, input.password);
  const organisationId = person?.organisationId ?? ctx.actor.organisationId;
  if (!person || !isRight || person.disabledAt) {
    await portal.store.tx(organisationId, async (tx) => {
      const grant = authorize({ ...ctx, actor: { kind: "anonymous", organisationId } }, "session.start", {
        type: "session",
        organisationId,
      });
      const cause = !person ? "unknown" : person.disabledAt ? "disabled" : "password";
      await recordAuditEvent(
        tx,
        grant,
        { type: "session.refused", objectId: organisationId, data: { cause, personId: person?.id ?? null } },
        now,
      );
    });
    throw new DomainError("invalid", "E-mail address or password is not right.", {
      fields: { email: "E-mail address or password is not right." },
    });
  }
  const stored = person.passwordHash;
  const renewed = stored !== null && isOutdatedHash(stored) ? await hashPassword(input.password) : undefined;
  const { token, tokenHash } = newToken();
  const maxAgeSeconds = portal.config.staffAbsoluteMinutes * 60;
  await portal.store.tx(organisationId, async (tx) => {
    const grant = authorize({ ...ctx, actor: { kind: "anonymous", organisationId } }, "session.start", { type: "session", organisationId });
    // A password set meanwhile stands: only the hash that was just verified is replaced.
    if (renewed && (await getPerson(tx, organisationId, person.id)).passwordHash === stored)
      await updatePerson(tx, organisationId, person.id, { passwordHash: renewed });
    const id = portal.ids.next("session", now);
    const expiresAt = new Date(now.getTime() + maxAgeSeconds * 1000);
    await insertSession(tx, { id, organisationId, personId: person.id, tokenHash, createdAt: now, lastSeenAt: now, expiresAt });
    await recordAuditEvent(tx, grant, { type: "session.started", objectId: id, data: { personId: person.id } }, now);
  });
  return { token, maxAgeSeconds };
}
