// Removes drafts whose day is over. Nobody sees them any more before that, either.
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { systemGrant } from "../../platform/authorize.server.ts";
import type { Context } from "../../platform/context.server.ts";
import { deleteDraft, listExpiredDrafts } from "./drafts.repo.server.ts";

/** Returns how many; what is left over is taken by the next turn. */
export async function sweepDrafts(ctx: Context): Promise<number> {
  const { portal, actor, now } = ctx;
  const { organisationId } = actor;
  if ((await listExpiredDrafts(portal.store.read, organisationId, now)).length === 0) return 0;
  return await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "questionnaire.publish");
    const expired = await listExpiredDrafts(tx, organisationId, now);
    for (const { id, ...of } of expired) {
      await deleteDraft(tx, organisationId, id);
      const data = { cause: "expired", ...of };
      await recordAuditEvent(tx, grant, { type: "questionnaire.draft_discarded", objectId: id, data }, now);
    }
    return expired.length;
  });
}
