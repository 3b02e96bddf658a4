// The documents a decided result rests on, without those a newer one of the same kind has replaced.
import { and, asc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { datedEvidence } from "#app/domain/evidence/dated-evidence.ts";
import { graceDaysOf } from "#app/domain/evidence/evidence-expiry.ts";
import { type EvidenceKind, isEvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { listBridgeLetters } from "../evidence/evidence.queries.server.ts";
import type { Reader } from "../platform/store.server.ts";

export interface DocumentInUse {
  id: string;
  kind: EvidenceKind;
  expiresOn: string;
  graceDays: number;
}

/** By engagement; documents without expiry and rejected ones are left out. */
export async function documentsInUse(
  from: Reader,
  organisationId: string,
  engagements: readonly { id: string; vendorId: string; assessmentId: string | null }[],
): Promise<Map<string, DocumentInUse[]>> {
  const { evidence: e, evidenceUses: u } = from.t;
  const engagementOf = new Map(engagements.flatMap(({ id, assessmentId }) => (assessmentId === null ? [] : [[assessmentId, id]])));
  if (engagementOf.size === 0) return new Map();
  const vendorIds = [...new Set(engagements.map(({ vendorId }) => vendorId))];
  const dated = await from.db
    .select({
      id: e.id,
      vendorId: e.vendorId,
      engagementId: e.engagementId,
      kind: e.kind,
      startsOn: e.startsOn,
      expiresOn: e.expiresOn,
      verdict: e.verdict,
    })
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
  const uses = await from.db
    .selectDistinct({ assessmentId: u.assessmentId, evidenceId: u.evidenceId })
    .from(u)
    .where(and(eq(u.organisationId, organisationId), inArray(u.assessmentId, [...engagementOf.keys()]), isNull(u.removedAt)))
    .orderBy(asc(u.assessmentId), asc(u.evidenceId));
  const letters = await listBridgeLetters(from, organisationId, vendorIds);
  const byId = new Map(dated.map((row) => [row.id, row]));
  const found = new Map<string, DocumentInUse[]>();
  for (const { assessmentId, evidenceId } of uses) {
    const document = byId.get(evidenceId);
    const engagementId = engagementOf.get(assessmentId);
    if (!document?.expiresOn || engagementId === undefined || !isEvidenceKind(document.kind)) continue;
    const isReplaced = dated.some(
      (other) =>
        other.vendorId === document.vendorId &&
        other.kind === document.kind &&
        (other.engagementId === null || document.engagementId === null || other.engagementId === document.engagementId) &&
        other.expiresOn! > document.expiresOn!,
    );
    if (isReplaced) continue;
    const graceDays = graceDaysOf(datedEvidence(document, letters));
    const list = found.get(engagementId) ?? [];
    list.push({ id: evidenceId, kind: document.kind, expiresOn: document.expiresOn, graceDays });
    found.set(engagementId, list);
  }
  return found;
}
