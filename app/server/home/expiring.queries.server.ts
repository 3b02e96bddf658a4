// Documents of vendors that expire within 90 days or did in the last 30, and whether their successor was asked for.
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, ne, notInArray, or } from "drizzle-orm";
import { engagementStatuses, isOver } from "#app/domain/engagement/engagement-status.ts";
import { evidenceKindRow, isEvidenceKind, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { addDays, type Day } from "#app/domain/monitoring/calendar-days.ts";
import type { Reader } from "../platform/store.server.ts";

export interface ExpiringDocument {
  id: string;
  label: string;
  vendor: string;
  vendorId: string;
  expiresOn: Day;
  /** When its successor was asked for. */
  askedAt: Date | null;
}

/** Nobody asks for a newer document of a service that is over or being left. */
const left = engagementStatuses.filter((status) => isOver(status) || status === "offboarding");

/** The first to expire first; documents that a newer one of their kind replaced are left out. */
export async function expiringDocuments(from: Reader, organisationId: string, today: Day, size = 8): Promise<ExpiringDocument[]> {
  const { evidence: e, vendors: v, engagements: g, evidenceRequests: q } = from.t;
  const rows = await from.db
    .select({ id: e.id, kind: e.kind, vendorId: e.vendorId, engagementId: e.engagementId, vendor: v.name, expiresOn: e.expiresOn })
    .from(e)
    .innerJoin(v, eq(v.id, e.vendorId))
    .leftJoin(g, eq(g.id, e.engagementId))
    .where(
      and(
        eq(e.organisationId, organisationId),
        gte(e.expiresOn, addDays(today, -30)),
        lte(e.expiresOn, addDays(today, 90)),
        isNull(e.withdrawnAt),
        ne(e.verdict, "rejected"),
        or(isNull(e.engagementId), notInArray(g.status, left)),
      ),
    )
    .orderBy(asc(e.expiresOn), asc(e.id))
    .limit(4 * size);
  if (rows.length === 0) return [];
  const vendorIds = [...new Set(rows.map(({ vendorId }) => vendorId))];
  const dated = await from.db
    .select({ vendorId: e.vendorId, kind: e.kind, engagementId: e.engagementId, expiresOn: e.expiresOn })
    .from(e)
    .where(
      and(
        eq(e.organisationId, organisationId),
        inArray(e.vendorId, vendorIds),
        isNotNull(e.expiresOn),
        isNull(e.withdrawnAt),
        ne(e.verdict, "rejected"),
      ),
    );
  const isReplaced = (row: (typeof rows)[number]) =>
    dated.some(
      (other) =>
        other.vendorId === row.vendorId &&
        other.kind === row.kind &&
        other.engagementId === row.engagementId &&
        other.expiresOn! > row.expiresOn!,
    );
  const shown = rows.filter((row) => isEvidenceKind(row.kind) && !ownEvidenceKinds.includes(row.kind) && !isReplaced(row)).slice(0, size);
  const asked = await from.db
    .select({ replacesId: q.replacesId, openedAt: q.openedAt })
    .from(q)
    .where(and(eq(q.organisationId, organisationId), inArray(q.vendorId, vendorIds), eq(q.status, "open"), isNotNull(q.replacesId)));
  return shown.map(({ id, kind, vendorId, vendor, expiresOn }) => ({
    id,
    label: isEvidenceKind(kind) ? evidenceKindRow(kind).label.en : kind,
    vendor,
    vendorId,
    expiresOn: expiresOn!,
    askedAt: asked.find(({ replacesId }) => replacesId === id)?.openedAt ?? null,
  }));
}
