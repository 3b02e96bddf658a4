// What the vendor's screens show of its documents and findings: metadata only, never contents.
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Reader } from "../platform/store.server.ts";

/** Documents of a vendor that were not taken back, soonest expiry first. */
export async function listVendorDocuments(from: Reader, organisationId: string, vendorId: string) {
  const { evidence: t } = from.t;
  const rows = await from.db
    .select({
      id: t.id,
      kind: t.kind,
      fileName: t.fileName,
      sha256: t.sha256,
      startsOn: t.startsOn,
      expiresOn: t.expiresOn,
      verdict: t.verdict,
      uploadedAt: t.uploadedAt,
      uploadedBy: t.uploadedBy,
      engagementId: t.engagementId,
    })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId), isNull(t.withdrawnAt)))
    .orderBy(asc(t.id))
    .limit(500);
  return rows.sort((a, b) => ((a.expiresOn ?? "9999") < (b.expiresOn ?? "9999") ? -1 : 1));
}

export async function findVendorDocument(from: Reader, organisationId: string, vendorId: string, id: string) {
  const { evidence: t } = from.t;
  const [row] = await from.db
    .select({ id: t.id, fileName: t.fileName, kind: t.kind })
    .from(t)
    .where(and(eq(t.organisationId, organisationId), eq(t.vendorId, vendorId), eq(t.id, id), isNull(t.withdrawnAt)))
    .limit(1);
  return row;
}
