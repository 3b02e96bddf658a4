// The documents of a vendor in which answers about one service may be read: whoever brought them, but none that we made or rejected.
import { type EvidenceKind, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import type { Reader } from "../platform/store.server.ts";
import { type EvidenceRow, listEvidenceOf } from "./evidence.queries.server.ts";

export async function readableDocuments(
  from: Reader,
  organisationId: string,
  { vendorId, engagementId }: { vendorId: string; engagementId: string },
): Promise<EvidenceRow[]> {
  const rows = await listEvidenceOf(from, organisationId, vendorId);
  return rows.filter(
    (row) =>
      (row.engagementId === null || row.engagementId === engagementId) &&
      row.verdict !== "rejected" &&
      !ownEvidenceKinds.includes(row.kind as EvidenceKind),
  );
}
