// A document counts as verified from now on: the verdict, the entry in the log, and what follows from it.
import type { Verification } from "#app/domain/evidence/verification.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { EvidenceRow } from "./evidence.queries.server.ts";
import { updateEvidence } from "./evidence.repo.server.ts";
import { followDocuments } from "./follow-documents.step.server.ts";

export async function recordVerified(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  row: EvidenceRow,
  verification: Verification,
  now: Date,
): Promise<void> {
  const { organisationId, actor } = grant;
  const { id, vendorId } = row;
  const verdictById = actor.kind === "person" ? actor.personId : null;
  await updateEvidence(tx, organisationId, id, { verdict: "verified", verification, verdictById, verdictAt: now });
  const { how, page, checks } = verification;
  await recordAuditEvent(tx, grant, { type: "evidence.verified", objectId: id, vendorId, data: { how, page, checks } }, now);
  await followDocuments(tx, grant, portal, row, now);
}
