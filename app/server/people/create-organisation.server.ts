// Creates the organisation of an installation and the head of its audit log, which every later mutation locks first.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { Context } from "../platform/context.server.ts";
import { insertOrganisation } from "./organisations.repo.server.ts";

/** Returns the id of the new organisation. */
export async function createOrganisation(ctx: Context, input: { name: string; timeZone: string }): Promise<string> {
  const { portal, now } = ctx;
  const id = portal.ids.next("organisation", now);
  await portal.store.systemTx((tx) => insertOrganisation(tx, { id, name: input.name, timeZone: input.timeZone, createdAt: now }));
  await portal.store.tx(id, async (tx) => {
    const grant = authorize({ ...ctx, actor: { kind: "system", organisationId: id, job: "set-up" } }, "organisation.create", {
      type: "organisation",
      organisationId: id,
    });
    await recordAuditEvent(tx, grant, { type: "organisation.created", objectId: id, data: {} }, now);
  });
  return id;
}
