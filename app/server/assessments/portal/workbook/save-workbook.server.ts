// **Save these answers**: second step of an upload. The workbook is judged again, against what is stored by now, and what the report promised
// is written, all of it or nothing; then the documents take the way every upload takes. The same workbook is saved once.
import { type AssessmentStatus, takesAnswers } from "#app/domain/assessment/assessment-status.ts";
import { progressOf } from "#app/domain/assessment/vendor-state.ts";
import { isWritten } from "#app/domain/assessment/workbook/workbook-report.ts";
import { isDomainError, unknownObject } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../../audit/record-audit-event.server.ts";
import { uploadEvidence } from "../../../evidence/upload-evidence.server.ts";
import { authorize } from "../../../platform/authorize.server.ts";
import { consumeInTx } from "../../../platform/limit-in-tx.server.ts";
import { inLanguage } from "../../../platform/refusal.server.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import { getAssessment } from "../../assessments.queries.server.ts";
import { guardedAssessment } from "../../guarded-assessment.server.ts";
import { markProgress } from "../mark-progress.step.server.ts";
import { submitted } from "../save-answer.server.ts";
import { writeAnswer } from "../write-answer.step.server.ts";
import { judgeWorkbook } from "./judge-workbook.server.ts";
import { type JudgedFile, openContent, type UploadContent, waitingFiles } from "./upload-content.server.ts";
import { deleteWorkbookUpload, findWorkbookUpload } from "./workbook-uploads.repo.server.ts";

export interface SavedWorkbook {
  answers: number;
  files: number;
  /** Documents that were not taken after all, in words. */
  refused: string[];
}

/** `takes`: questions whose newer answer gives way to the workbook's. Throws not_found for what was saved, discarded or is past its day. */
export async function saveWorkbook(ctx: VendorContext, uploadId: string, takes: ReadonlySet<string>): Promise<SavedWorkbook> {
  const { organisationId, assessmentId, name: givenBy } = ctx.actor;
  const { portal, now } = ctx;
  const { answers, content, files } = await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.save", guardedAssessment(assessment));
    const upload = await findWorkbookUpload(tx, organisationId, assessmentId, "vendor", uploadId, now);
    if (!upload) throw unknownObject();
    if (!takesAnswers(assessment.status as AssessmentStatus)) throw submitted(assessment.status);
    await consumeInTx(tx, portal, "answer_save_vendor", ctx.actor.vendorId, now);
    const read = openContent(portal, upload);
    const { rows, standing, after, form, isAttached } = await judgeWorkbook(portal, tx, assessment, read, takes, now);
    const written = rows.flatMap(({ row: { questionKey }, fate }) => (isWritten(fate) ? [{ questionKey, answer: fate.answer }] : []));
    for (const { questionKey, answer } of written) {
      const follows = standing.get(questionKey)?.revision ?? 0;
      await writeAnswer(tx, grant, { assessment, questionKey, after: follows, answer, origin: "vendor", givenBy }, now);
    }
    if (written.length > 0) await markProgress(tx, grant, assessment, progressOf(after), now);
    const wanted = read.files.filter(
      ({ questionKey, fate }) =>
        fate.is === "waits" && after.state.visible[form.indexOf.get(questionKey)!] === 1 && !isAttached(questionKey, fate.file.sha256),
    );
    await deleteWorkbookUpload(tx, organisationId, uploadId);
    const { vendorId } = assessment;
    const data = { uploadId, fileSha256: upload.fileSha256, answers: written.length, files: wanted.length };
    await recordAuditEvent(tx, grant, { type: "workbook.saved", objectId: assessmentId, vendorId, data }, now);
    return { answers: written.length, content: read, files: wanted };
  });
  const refused = await attach(ctx, files);
  await letGo(ctx, content);
  return { answers, files: files.length - refused.length, refused };
}

/** Each in a tx of its own, as when they are uploaded one by one; one that is refused keeps none of the others. */
async function attach(ctx: VendorContext, files: readonly JudgedFile[]): Promise<string[]> {
  const { vault } = ctx.portal;
  const { organisationId, vendorId, assessmentId } = ctx.actor;
  const refused: string[] = [];
  for (const { questionKey, startsOn, until, fate } of files) {
    if (fate.is !== "waits") continue;
    const { kind, file } = fate;
    try {
      const source = await vault.open({ ...file, organisationId, vendorId });
      const form = { assessmentId, questionKey, kind, startsOn: startsOn || undefined, statedExpiryOn: until || undefined };
      await uploadEvidence(ctx, form, { source, fileName: file.fileName });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      refused.push(`${file.fileName}: ${inLanguage(error, ctx.actor.language).detail}`);
    }
  }
  return refused;
}

/** The waiting copies are no longer needed. What is left over when this fails the janitor of the vault takes. */
export async function letGo({ portal }: Pick<VendorContext, "portal">, content: UploadContent): Promise<void> {
  for (const file of waitingFiles(content)) await portal.vault.destroy(file);
}
