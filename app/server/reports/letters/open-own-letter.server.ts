// The vendor reads the decision letter about its own assessment: recorded before the first byte leaves.
import { unknownObject } from "#app/domain/errors.ts";
import { getAssessment } from "../../assessments/assessments.queries.server.ts";
import { guardedAssessment } from "../../assessments/guarded-assessment.server.ts";
import { recordRead } from "../../audit/record-audit-event.server.ts";
import { getEvidence } from "../../evidence/evidence.queries.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { VendorContext } from "../../platform/request-context.server.ts";
import type { OpenedReport } from "../open-report.server.ts";
import { findStoredLetter } from "./letters.queries.server.ts";

/** Throws not_found for anything that is not the letter of this assessment. */
export async function openOwnLetter(ctx: VendorContext, documentId: string): Promise<OpenedReport> {
  const { organisationId, assessmentId, vendorId } = ctx.actor;
  const { portal, now } = ctx;
  const { read } = portal.store;
  const grant = authorize(ctx, "report.view_letter", guardedAssessment(await getAssessment(read, organisationId, assessmentId)));
  const letter = await findStoredLetter(read, organisationId, assessmentId);
  if (letter?.evidenceId !== documentId) throw unknownObject();
  const row = await getEvidence(read, organisationId, documentId);
  await portal.limits.consume("download_person", vendorId, now);
  const data = { form: row.kind, sha256: row.sha256 };
  await recordRead(ctx, grant, { type: "report.downloaded", objectId: row.id, vendorId, data });
  return { fileName: row.fileName, bytes: row.bytes, source: await portal.vault.open(row) };
}
