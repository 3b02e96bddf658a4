// Forgets a workbook that was read and is not to be saved.
import { unknownObject } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../../../audit/record-audit-event.server.ts";
import { authorize } from "../../../platform/authorize.server.ts";
import type { VendorContext } from "../../../platform/request-context.server.ts";
import { getAssessment } from "../../assessments.queries.server.ts";
import { guardedAssessment } from "../../guarded-assessment.server.ts";
import { letGo } from "./save-workbook.server.ts";
import { openContent } from "./upload-content.server.ts";
import { deleteWorkbookUpload, findWorkbookUpload } from "./workbook-uploads.repo.server.ts";

export async function discardWorkbook(ctx: VendorContext, uploadId: string): Promise<void> {
  const { organisationId, assessmentId, vendorId } = ctx.actor;
  const { portal, now } = ctx;
  const content = await portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.save", guardedAssessment(assessment));
    const upload = await findWorkbookUpload(tx, organisationId, assessmentId, "vendor", uploadId, now);
    if (!upload) throw unknownObject();
    await deleteWorkbookUpload(tx, organisationId, uploadId);
    const data = { uploadId, fileSha256: upload.fileSha256, cause: "by_hand" };
    await recordAuditEvent(tx, grant, { type: "workbook.discarded", objectId: assessmentId, vendorId, data }, now);
    return openContent(portal, upload);
  });
  await letGo(ctx, content);
}
