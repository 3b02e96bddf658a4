// Keeps in the audit log that a known person or vendor was refused: called where a refusal becomes an answer, when what was refused has
// rolled back. The refusal stands whatever happens here; that it could not be kept is logged.
import { isDomainError } from "#app/domain/errors.ts";
import { actorId, type Grant, refusedGrant } from "../platform/authorize.server.ts";
import { consumeInTx } from "../platform/limit-in-tx.server.ts";
import { once, type RequestScope } from "../platform/load-context.server.ts";
import { recordAuditEvent } from "./record-audit-event.server.ts";

/**
 * Appends `access.denied` once per request, in a transaction of its own; does nothing for any other error, for jobs and for strangers.
 * Two limits keep the log from being flooded: the same actor, right and object once a minute (LIMIT_DENIAL_OBJECT), and so many in
 * an hour of one person or vendor whatever they ask for (LIMIT_DENIAL_ACTOR). What is over is in the security log alone (`authz_fail`).
 */
export async function recordDenial(scope: RequestScope, error: unknown): Promise<void> {
  const grant = refusedGrant(error);
  if (grant?.actor.kind !== "person" && grant?.actor.kind !== "vendor") return;
  await once(scope, "denial", () => append(scope, grant));
}

async function append({ portal, now, traceId }: RequestScope, grant: Grant): Promise<void> {
  const { actor, organisationId, permission, refusal = "" } = grant;
  const objectId = grant.objectId ?? organisationId;
  const who = `${organisationId} ${actor.kind === "vendor" ? actor.vendorId : actorId(actor)}`;
  try {
    await portal.store.tx(organisationId, async (tx) => {
      await consumeInTx(tx, portal, "denial_actor", who, now);
      await consumeInTx(tx, portal, "denial_object", `${who} ${permission} ${objectId}`, now);
      await recordAuditEvent(tx, grant, { type: "access.denied", objectId, data: { permission, verdict: refusal } }, now);
    });
  } catch (error) {
    if (!isDomainError(error, "rate_limited")) portal.logger.error({ err: error, traceId }, "a refusal could not be kept in the audit log");
  }
}
