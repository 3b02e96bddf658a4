// **Save these answers** by one of ours: what the workbook says is filled in for the vendor, marked, and counts once the vendor confirmed it.
// Filling in and forgetting the upload are two steps; saving twice fills in the same once.
import { typedAnswer } from "#app/domain/assessment/typed-answer.ts";
import { isWritten } from "#app/domain/assessment/workbook/workbook-report.ts";
import { unknownObject } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../audit/record-audit-event.server.ts";
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { openContent } from "../portal/workbook/upload-content.server.ts";
import { deleteWorkbookUpload, findWorkbookUpload } from "../portal/workbook/workbook-uploads.repo.server.ts";
import { judgeForVendor } from "./judge-for-vendor.server.ts";
import { prepareAnswers } from "./prepare-answers.server.ts";

/** `takes`: questions where what was filled in before gives way. Returns how many answers were filled in. */
export async function saveWorkbookForVendor(
  ctx: PersonContext,
  assessmentId: string,
  uploadId: string,
  takes: ReadonlySet<string>,
): Promise<number> {
  const { portal, now } = ctx;
  const { organisationId } = ctx.actor;
  const { read } = portal.store;
  const assessment = await getAssessment(read, organisationId, assessmentId);
  authorize(ctx, "answer.prepare", guardedAssessment(assessment));
  const upload = await findWorkbookUpload(read, organisationId, assessmentId, "us", uploadId, now);
  if (!upload) throw unknownObject();
  const { rows } = await judgeForVendor(portal, read, assessment, openContent(portal, upload), takes, now);
  const answers = rows.flatMap(({ row: { questionKey }, fate }) =>
    isWritten(fate) ? [{ questionKey, raw: typedAnswer(fate.answer) }] : [],
  );
  const { prepared } = await prepareAnswers(ctx, assessmentId, answers, "workbook");
  await forgetUpload(ctx, assessmentId, uploadId, prepared.length);
  return prepared.length;
}

/** `saved`: how many answers were filled in from it; null: it was discarded. */
async function forgetUpload(ctx: PersonContext, assessmentId: string, uploadId: string, saved: number | null): Promise<void> {
  const { organisationId } = ctx.actor;
  const { now } = ctx;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.prepare", guardedAssessment(assessment));
    const upload = await findWorkbookUpload(tx, organisationId, assessmentId, "us", uploadId, now);
    if (!upload) throw unknownObject();
    await deleteWorkbookUpload(tx, organisationId, uploadId);
    const { vendorId } = assessment;
    const of = { uploadId, fileSha256: upload.fileSha256 };
    if (saved === null) {
      const data = { ...of, cause: "by_hand" };
      await recordAuditEvent(tx, grant, { type: "workbook.discarded", objectId: assessmentId, vendorId, data }, now);
    } else {
      const data = { ...of, answers: saved, files: 0 };
      await recordAuditEvent(tx, grant, { type: "workbook.saved", objectId: assessmentId, vendorId, data }, now);
    }
  });
}

/** Forgets a workbook that is not to be filled in. */
export const discardWorkbookForVendor = (ctx: PersonContext, assessmentId: string, uploadId: string): Promise<void> =>
  forgetUpload(ctx, assessmentId, uploadId, null);
