// Reading a document: authorised for this object, counted, and recorded before the first byte leaves. The vault hands out bytes only after
// the whole file matched its SHA-256.
import type { Readable } from "node:stream";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import { isSignedForm } from "#app/domain/report/signed-forms.ts";
import { findAssessment } from "../assessments/assessments.queries.server.ts";
import { recordAuditEvent, recordRead } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext, VendorContext } from "../platform/request-context.server.ts";
import { getEvidenceFor } from "./evidence.queries.server.ts";

export interface OpenedEvidence {
  fileName: string;
  mediaType: string;
  bytes: number;
  source: Readable;
}

const decidedOn = new Set(["reviewed", "decided"]);

export async function openEvidence(ctx: PersonContext | VendorContext, evidenceId: string): Promise<OpenedEvidence> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  const row = await getEvidenceFor(portal.store.read, ctx, evidenceId);
  const { vendorId } = row;
  const assessment = row.assessmentId ? await findAssessment(portal.store.read, organisationId, row.assessmentId) : undefined;
  const grant = authorize(ctx, "evidence.download", {
    type: "evidence",
    organisationId,
    id: evidenceId,
    vendorId,
    // A document belongs to its vendor; in whichever of its assessments the contact is, it is its own.
    assessmentId: ctx.actor.kind === "vendor" ? ctx.actor.assessmentId : (row.assessmentId ?? undefined),
    underDecision: assessment !== undefined && decidedOn.has(assessment.status),
  });
  if (isSignedForm(row.kind)) throw new DomainError("not_found", "Signed reports are read under Reports.");
  await portal.limits.consume("download_person", ctx.actor.kind === "person" ? ctx.actor.personId : vendorId, now);
  await recordRead(ctx, grant, { type: "evidence.downloaded", objectId: evidenceId, vendorId, data: { sha256: row.sha256 } });
  try {
    return { fileName: row.fileName, mediaType: row.mediaType, bytes: row.bytes, source: await portal.vault.open(row) };
  } catch (error) {
    if (isDomainError(error) && error.data.isIntegrityFailure) {
      const event = { type: "evidence.found_damaged", objectId: evidenceId, vendorId, data: { sha256: row.sha256 } } as const;
      await portal.store.tx(organisationId, (tx) => recordAuditEvent(tx, grant, event, now));
    }
    throw error;
  }
}
