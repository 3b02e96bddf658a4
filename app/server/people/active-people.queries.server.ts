// People of ours who were not disabled: whom mails go to.
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Reader } from "../platform/store.server.ts";

export async function listActivePeople(from: Reader, organisationId: string) {
  const { people: t } = from.t;
  return await from.db
    .select({ id: t.id, name: t.name, email: t.email, roles: t.roles })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), isNull(t.disabledAt)))
    .orderBy(asc(t.id))
    .limit(500);
}
