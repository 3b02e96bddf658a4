// Vendors, as every area reads them.
import { and, eq } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader } from "../platform/store.server.ts";

export type VendorRow = Awaited<ReturnType<typeof getVendor>>;

export async function getVendor(from: Reader, organisationId: string, id: string) {
  const { vendors } = from.t;
  const [row] = await from.db
    .select()
    .from(vendors)
    .where(and(eq(vendors.organisationId, organisationId), eq(vendors.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}
