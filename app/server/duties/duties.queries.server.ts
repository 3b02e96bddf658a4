// What vendors' reports expect from us, as every area reads it.
import { and, asc, eq, isNull } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader } from "../platform/store.server.ts";
import type { DutyRow } from "./duties.repo.server.ts";

export async function getDuty(from: Reader, organisationId: string, id: string): Promise<DutyRow> {
  const { duties: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

/** Of one engagement and family of documents, withdrawn ones as well; a report has some dozens. */
export async function listDutiesOfFamily(from: Reader, organisationId: string, engagementId: string, family: string): Promise<DutyRow[]> {
  const { duties: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.engagementId, engagementId), eq(t.family, family)))
    .orderBy(asc(t.id));
}

/** What current reports of a vendor expect from us, in the order of the reports. */
export async function listDuties(from: Reader, organisationId: string, vendorId: string): Promise<DutyRow[]> {
  const { duties: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId), isNull(t.withdrawnAt)))
    .orderBy(asc(t.id))
    .limit(1000);
}
