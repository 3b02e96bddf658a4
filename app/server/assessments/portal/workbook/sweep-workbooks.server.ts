// Removes workbooks nobody saved in time. Nobody sees them any more before that, either; the documents that came with them lose their keys
// with the row, and the janitor of the vault removes their bytes.
import { recordAuditEvent } from "../../../audit/record-audit-event.server.ts";
import { systemGrant } from "../../../platform/authorize.server.ts";
import type { Context } from "../../../platform/context.server.ts";
import { deleteWorkbookUpload, listExpiredWorkbookUploads } from "./workbook-uploads.repo.server.ts";

/** Returns how many; what is left over is taken by the next turn. */
export async function sweepWorkbooks(ctx: Context): Promise<number> {
  const { portal, actor, now } = ctx;
  const { organisationId } = actor;
  if ((await listExpiredWorkbookUploads(portal.store.read, organisationId, now)).length === 0) return 0;
  return await portal.store.tx(organisationId, async (tx) => {
    const grant = systemGrant(ctx, "workbook.expire");
    const expired = await listExpiredWorkbookUploads(tx, organisationId, now);
    for (const { id, assessmentId, vendorId, fileSha256 } of expired) {
      await deleteWorkbookUpload(tx, organisationId, id);
      const data = { uploadId: id, fileSha256, cause: "expired" };
      await recordAuditEvent(tx, grant, { type: "workbook.discarded", objectId: assessmentId, vendorId, data }, now);
    }
    return expired.length;
  });
}
