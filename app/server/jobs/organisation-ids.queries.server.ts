// All organisations of the installation, for sweeps: each is then handled for itself.
import { asc } from "drizzle-orm";
import type { Reader } from "#app/server/platform/store.server.ts";

export async function listOrganisationIds(read: Reader): Promise<string[]> {
  const { organisations } = read.t;
  const rows = await read.db.select({ id: organisations.id }).from(organisations).orderBy(asc(organisations.id));
  return rows.map(({ id }) => id);
}
