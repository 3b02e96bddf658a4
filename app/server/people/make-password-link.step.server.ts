// A one-time link to set a password: shown once, stored as a hash, gone after PASSWORD_LINK_HOURS.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { newToken } from "../platform/tokens.server.ts";
import { insertPasswordLink } from "./people.repo.server.ts";

/** Returns the address to hand over. */
export async function makePasswordLink(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  personId: string,
  createdById: string | null,
  now: Date,
): Promise<string> {
  const { organisationId } = grant;
  const { token, tokenHash } = newToken();
  const id = portal.ids.next("passwordLink", now);
  const expiresAt = new Date(now.getTime() + portal.config.passwordLinkHours * 3_600_000);
  await insertPasswordLink(tx, { id, organisationId, personId, tokenHash, createdAt: now, createdById, expiresAt });
  const data = { personId, expiresAt: expiresAt.toISOString() };
  await recordAuditEvent(tx, grant, { type: "password_link.made", objectId: id, data }, now);
  return `${portal.config.publicUrl}/password/${token}`;
}
