// Engagements and their inherent-risk answers, as every area reads them.
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader } from "../platform/store.server.ts";

export type EngagementRow = Awaited<ReturnType<typeof getEngagement>>;

export type InherentRiskRow = NonNullable<Awaited<ReturnType<typeof findInherentRisk>>>;

export async function getEngagement(from: Reader, organisationId: string, id: string) {
  const { engagements } = from.t;
  const [row] = await from.db
    .select()
    .from(engagements)
    .where(and(eq(engagements.organisationId, organisationId), eq(engagements.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

/** All engagements of a vendor; a vendor has a handful. */
export async function listEngagements(from: Reader, organisationId: string, vendorId: string) {
  const { engagements } = from.t;
  return await from.db
    .select()
    .from(engagements)
    .where(and(eq(engagements.organisationId, organisationId), eq(engagements.vendorId, vendorId)))
    .orderBy(asc(engagements.id))
    .limit(200);
}

/** Id and service of the engagements of some vendors, by vendor; at most a thousand in all. */
export async function listServicesOf(from: Reader, organisationId: string, vendorIds: readonly string[]) {
  const services = new Map<string, { id: string; service: string }[]>();
  if (vendorIds.length === 0) return services;
  const { engagements: t } = from.t;
  const rows = await from.db
    .select({ vendorId: t.vendorId, id: t.id, service: t.service })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), inArray(t.vendorId, [...vendorIds])))
    .orderBy(asc(t.id))
    .limit(1000);
  for (const { vendorId, ...engagement } of rows) services.set(vendorId, [...(services.get(vendorId) ?? []), engagement]);
  return services;
}

/** The newest revision; undefined before anybody answered. */
export async function findInherentRisk(from: Reader, organisationId: string, engagementId: string) {
  const { inherentRisks } = from.t;
  const [row] = await from.db
    .select()
    .from(inherentRisks)
    .where(and(eq(inherentRisks.organisationId, organisationId), eq(inherentRisks.engagementId, engagementId)))
    .orderBy(desc(inherentRisks.revision))
    .limit(1);
  return row;
}
