// First step of an upload: reads a filled workbook with the documents that came with it, or a CAIQ, and keeps what they hold for the
// report. No answer is saved and no document attached. Who may not answer sends no byte: the right is asked for before the file is read.
import type { Readable } from "node:stream";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { authorize } from "../../../platform/authorize.server.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import type { Reader } from "../../../platform/store.server.ts";
import { formOf } from "../../../questionnaires/questionnaire-versions.queries.server.ts";
import { getAssessment } from "../../assessments.queries.server.ts";
import { guardedAssessment } from "../../guarded-assessment.server.ts";
import { submitted } from "../save-answer.server.ts";
import { keepUpload } from "./keep-upload.step.server.ts";
import { readUpload } from "./read-upload.server.ts";
import { letGo } from "./save-workbook.server.ts";
import { takeFiles } from "./take-files.server.ts";
import { type UploadContent, uploadRow } from "./upload-content.server.ts";

/** Throws invalid, too_large or unsupported_type with what is wrong with the file; nothing is left then. */
export async function uploadWorkbook(ctx: VendorContext, file: { fileName: string; source: Readable }): Promise<{ uploadId: string }> {
  const { portal, actor, now } = ctx;
  const { organisationId, assessmentId, vendorId, name: uploadedBy } = actor;
  const { form } = await guarded(ctx, portal.store.read);
  await portal.limits.consume("upload_vendor", vendorId, now);
  const { lines, sent, ...read } = await readUpload(portal, form, assessmentId, file);
  const { language, rows, stray, caiq } = read;
  const content: UploadContent = {
    language,
    rows,
    stray,
    ...(await takeFiles(ctx, form, language, lines, sent)),
    ...(caiq ? { caiq } : {}),
  };
  try {
    const row = uploadRow(portal, { organisationId, assessmentId, vendorId, broughtById: null, uploadedBy, ...read }, content, now);
    await portal.store.tx(organisationId, async (tx) => {
      const { grant } = await guarded(ctx, tx);
      await keepUpload(tx, grant, row, content, now);
    });
    return { uploadId: row.id };
  } catch (error) {
    await letGo(ctx, content);
    throw error;
  }
}

async function guarded(ctx: VendorContext, from: Reader) {
  const { organisationId, assessmentId } = ctx.actor;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  const grant = authorize(ctx, "answer.save", guardedAssessment(assessment));
  if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
  return { grant, form: await formOf(ctx.portal, from, organisationId, assessmentId) };
}
