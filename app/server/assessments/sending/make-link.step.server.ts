// A new link for the vendor: 256 random bits, of which only the hash is kept, so an address can be shown or sent once. Older links stay.
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import type { Grant } from "../../platform/authorize.server.ts";
import type { Portal } from "../../platform/portal.server.ts";
import type { Tx } from "../../platform/store.server.ts";
import { newToken } from "../../platform/tokens.server.ts";
import type { AssessmentRow } from "../assessments.queries.server.ts";
import { insertLink } from "../links.repo.server.ts";

/** Returns its address, built from the configured one alone. */
export async function makeLink(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  assessment: Pick<AssessmentRow, "id" | "vendorId">,
  channel: "mail" | "copy",
  now: Date,
): Promise<string> {
  const { organisationId, actor } = grant;
  const { token, tokenHash } = newToken();
  const id = portal.ids.next("vendorLink", now);
  const expiresAt = new Date(now.getTime() + portal.config.vendorLinkDays * 86_400_000);
  const createdById = actor.kind === "person" ? actor.personId : null;
  const { id: assessmentId, vendorId } = assessment;
  const row = { id, organisationId, assessmentId, vendorId, tokenHash, channel, createdAt: now, createdById, expiresAt, uses: 0 };
  await insertLink(tx, row);
  const data = { assessmentId, channel, expiresAt: expiresAt.toISOString() };
  await recordAuditEvent(tx, grant, { type: "link.made", objectId: id, vendorId, data }, now);
  return `${portal.config.publicUrl}/v/${token}`;
}
