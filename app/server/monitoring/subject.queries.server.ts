// The engagement something came due for, with what a mail about it says.
import { and, eq } from "drizzle-orm";
import { unknownObject } from "#app/domain/errors.ts";
import { calendarDay } from "#app/domain/report/report-format.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Reader } from "../platform/store.server.ts";

export type EngagementRow = Reader["t"]["engagements"]["$inferSelect"];

export interface DueSubject {
  engagement: EngagementRow;
  vendorName: string;
  /** People who look after it: owner of the vendor, owner of the engagement. */
  ownerIds: (string | null)[];
}

/** Throws not_found. */
export async function getDueSubject(from: Reader, organisationId: string, engagementId: string): Promise<DueSubject> {
  const { engagements: e, vendors: v } = from.t;
  const [row] = await from.db
    .select({ engagement: e, vendorName: v.name, ownerId: v.ownerId })
    .from(e)
    .innerJoin(v, and(eq(v.organisationId, e.organisationId), eq(v.id, e.vendorId)))
    .where(and(eq(e.organisationId, organisationId), eq(e.id, engagementId)))
    .limit(1);
  if (!row) throw unknownObject();
  return { engagement: row.engagement, vendorName: row.vendorName, ownerIds: [row.ownerId, row.engagement.ownerId] };
}

/** The facts of a mail to our people about it. */
export function noticeFacts({ config }: Portal, { engagement, vendorName }: DueSubject, day: string) {
  const link = `${config.publicUrl}/vendors/${engagement.vendorId}?engagement=${engagement.id}`;
  return { vendor: vendorName, service: engagement.service, day: calendarDay(day, "short"), link };
}
