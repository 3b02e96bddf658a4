// Documents that were asked for.
import { and, asc, eq, inArray } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import type { Reader, Tx } from "../platform/store.server.ts";

export type EvidenceRequestRow = Tx["t"]["evidenceRequests"]["$inferSelect"];

export async function getEvidenceRequest(from: Reader, organisationId: string, id: string): Promise<EvidenceRequestRow> {
  const { evidenceRequests: t } = from.t;
  const [row] = await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.id, id)))
    .limit(1);
  if (!row) throw unknownObject();
  return row;
}

/** Open requests a document of this vendor, of one of these kinds, would answer. */
export async function listOpenRequests(
  from: Reader,
  organisationId: string,
  vendorId: string,
  kinds: readonly string[],
): Promise<EvidenceRequestRow[]> {
  const { evidenceRequests: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId), eq(t.status, "open"), inArray(t.kind, [...kinds])))
    .orderBy(asc(t.dueOn), asc(t.id))
    .limit(200);
}

/** What is still awaited for one engagement, at most a thousand. */
export async function listOpenRequestsOfEngagement(
  from: Reader,
  organisationId: string,
  { id, vendorId }: { id: string; vendorId: string },
): Promise<EvidenceRequestRow[]> {
  const { evidenceRequests: t } = from.t;
  return await from.db
    .select()
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId), eq(t.engagementId, id), eq(t.status, "open")))
    .orderBy(asc(t.dueOn), asc(t.id))
    .limit(1000);
}
