// Queues one mail per person of ours: the owner, and everybody with one of the named roles. People who were disabled get none.
import type { Role } from "#app/domain/access/roles.ts";
import { queueMail } from "../mail/queue-mail.step.server.ts";
import { listActivePeople } from "../people/active-people.queries.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";

export interface StaffMail {
  key: string;
  kind: string;
  subject: string;
  body: string;
  vendorId: string;
}

/** Returns how many mails are new. */
export async function mailStaff(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  to: { ids: readonly (string | null)[]; roles: readonly Role[] },
  mail: StaffMail,
  now: Date,
): Promise<number> {
  let count = 0;
  for (const { id, name, email, roles } of await listActivePeople(tx, grant.organisationId)) {
    if (!to.ids.includes(id) && !roles.some((role) => to.roles.includes(role as Role))) continue;
    const isNew = await queueMail(tx, grant, portal, { ...mail, key: `${mail.key}:${id}`, to: { name, email } }, now);
    if (isNew) count += 1;
  }
  return count;
}
