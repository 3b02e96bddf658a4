// The subcontractors that vendors' reports name, as every area reads them.
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Reader, Tx } from "../platform/store.server.ts";

export type SubcontractorRow = Tx["t"]["subcontractors"]["$inferSelect"];

/** Of one engagement and family of documents, withdrawn ones as well. */
export async function listSubcontractorsOfFamily(
  from: Reader,
  organisationId: string,
  engagementId: string,
  family: string,
): Promise<SubcontractorRow[]> {
  const { subcontractors: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.engagementId, engagementId), eq(t.family, family)))
    .orderBy(asc(t.id));
}

/** Whom current reports of a vendor name, by service and name. */
export async function listSubcontractors(from: Reader, organisationId: string, vendorId: string): Promise<SubcontractorRow[]> {
  const { subcontractors: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId), isNull(t.withdrawnAt)))
    .orderBy(asc(t.engagementId), asc(t.key), asc(t.id))
    .limit(1000);
}
