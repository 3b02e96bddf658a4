// What follows from a verdict on a document, in the same transaction: our own duties, subcontractors, findings about what is not covered.
// Always derived from all documents of the family, so that correcting a worksheet or a newer document never adds anything twice.
import type { EvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { consequencesOf, familyOf, type JudgedDocument } from "#app/domain/evidence/worksheets/consequences.ts";
import { fieldsFor } from "#app/domain/evidence/worksheets/worksheets.ts";
import { keepDuties } from "../duties/keep-duties.step.server.ts";
import { keepGaps } from "../findings/keep-gaps.step.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { getEngagement } from "../vendors/engagements.queries.server.ts";
import { keepSubcontractors } from "../vendors/keep-subcontractors.step.server.ts";
import { assessmentOnFile } from "./assessment-on-file.queries.server.ts";
import { listEvidenceOfEngagement } from "./evidence.queries.server.ts";
import { worksheetsOf } from "./worksheets.queries.server.ts";

/** `kind` is that of the document the verdict was about. Nothing follows from a kind without a worksheet. */
export async function followDocuments(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  { vendorId, engagementId, kind }: { vendorId: string; engagementId: string | null; kind: string },
  now: Date,
): Promise<void> {
  const family = familyOf(kind);
  if (family === undefined || engagementId === null) return;
  const { organisationId, actor } = grant;
  const engagement = await getEngagement(tx, organisationId, engagementId);
  const rows = (await listEvidenceOfEngagement(tx, organisationId, vendorId, engagementId)).filter((row) => familyOf(row.kind) === family);
  const worksheets = await worksheetsOf(
    tx,
    organisationId,
    rows.map(({ id }) => id),
  );
  const documents = rows.flatMap((row): JudgedDocument[] => {
    const fields = fieldsFor(row.kind, worksheets.get(row.id));
    return fields ? [{ id: row.id, kind: row.kind as EvidenceKind, verdict: row.verdict, expiresOn: row.expiresOn, fields }] : [];
  });
  const today = await todayIn(tx, organisationId, now);
  const { duties, subcontractors, gaps } = consequencesOf(documents, engagement.service, today);
  const ownerId = engagement.ownerId ?? (actor.kind === "person" ? actor.personId : null);
  await keepDuties(tx, grant, portal, { vendorId, engagementId, family, ownerId, today }, duties, now);
  await keepSubcontractors(tx, grant, portal, { vendorId, engagementId, family }, subcontractors, now);
  const assessment = await assessmentOnFile(tx, organisationId, engagementId);
  if (!assessment) return;
  const uploadedAt = new Map(rows.map((row) => [row.id, row.uploadedAt]));
  await keepGaps(tx, grant, portal, { assessment, family, ownerId, today, uploadedAt }, gaps, now);
}
