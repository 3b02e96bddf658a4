// First step of an upload by one of ours: a workbook the vendor filled in and sent by another way. Nothing is filled in yet. Documents do
// not come along: an officer lays them beside the answers, as any document that came by another way.
import type { Readable } from "node:stream";
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { DomainError } from "#app/domain/errors.ts";
import { en } from "#app/i18n/en.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import type { Reader } from "../../platform/store.server.ts";
import { formOf } from "../../questionnaires/questionnaire-versions.queries.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { keepUpload } from "../portal/workbook/keep-upload.step.server.ts";
import { readUpload } from "../portal/workbook/read-upload.server.ts";
import { type UploadContent, uploadRow } from "../portal/workbook/upload-content.server.ts";
import { notForTheVendor } from "./prepare-answers.server.ts";

/** Throws invalid, too_large or unsupported_type with what is wrong with the file; nothing is left then. */
export async function uploadWorkbookForVendor(
  ctx: PersonContext,
  assessmentId: string,
  file: { fileName: string; source: Readable },
): Promise<{ uploadId: string }> {
  const { portal, actor, now } = ctx;
  const { organisationId, name: uploadedBy } = actor;
  const { form, vendorId } = await guarded(ctx, portal.store.read, assessmentId);
  await portal.limits.consume("upload_vendor", vendorId, now);
  const { lines, sent, ...read } = await readUpload(portal, form, assessmentId, file);
  const { language, rows, stray, caiq } = read;
  if (caiq) throw new DomainError("invalid", en.portal.workbook.notOurs);
  const content: UploadContent = {
    language,
    rows,
    stray,
    files: lines.map((line) => ({ ...line, fate: { is: "not_here" } })),
    unnamed: [...sent].map(([key, document]) => document?.name ?? key),
  };
  const row = uploadRow(portal, { organisationId, assessmentId, vendorId, broughtById: actor.personId, uploadedBy, ...read }, content, now);
  await portal.store.tx(organisationId, async (tx) => {
    const { grant } = await guarded(ctx, tx, assessmentId);
    await keepUpload(tx, grant, row, content, now);
  });
  return { uploadId: row.id };
}

async function guarded(ctx: PersonContext, from: Reader, assessmentId: string) {
  const { organisationId } = ctx.actor;
  const assessment = await getAssessment(from, organisationId, assessmentId);
  const grant = authorize(ctx, "answer.prepare", guardedAssessment(assessment));
  if (!takesAnswers(assessment.status as AssessmentStatus)) throw notForTheVendor(assessment.status);
  return { grant, vendorId: assessment.vendorId, form: await formOf(ctx.portal, from, organisationId, assessmentId) };
}
