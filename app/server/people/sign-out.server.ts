// Ends the session in the database, not only in the browser (OWASP ASVS 5.0 V7.4.1).
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { endSession } from "./people.repo.server.ts";

export async function signOut(ctx: PersonContext): Promise<void> {
  const { organisationId, personId, sessionId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const grant = authorize(ctx, "session.end", { type: "session", organisationId });
    await endSession(tx, organisationId, sessionId, ctx.now);
    await recordAuditEvent(tx, grant, { type: "session.ended", objectId: sessionId, data: { personId, cause: "signed_out" } }, ctx.now);
  });
}
