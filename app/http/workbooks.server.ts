// Workbooks out and in, outside Remix: the questions of an assessment as an .xlsx, and the filled file, which a worker thread reads. A refusal
// travels back to the form in the address.
import { type Context, Hono } from "hono";
import { isDomainError } from "#app/domain/errors.ts";
import { languageNamed } from "#app/domain/questionnaire/questionnaire.ts";
import { messages } from "#app/i18n/messages.ts";
import { downloadBlankWorkbook } from "#app/server/assessments/blank-workbook.queries.server.ts";
import { discardWorkbookForVendor } from "#app/server/assessments/on-behalf/save-workbook-for-vendor.server.ts";
import { uploadWorkbookForVendor } from "#app/server/assessments/on-behalf/upload-workbook-for-vendor.server.ts";
import { discardWorkbook } from "#app/server/assessments/portal/workbook/discard-workbook.server.ts";
import { uploadWorkbook } from "#app/server/assessments/portal/workbook/upload-workbook.server.ts";
import { downloadWorkbook } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { recordDenial } from "#app/server/audit/record-denial.server.ts";
import { errorResponse } from "#app/server/platform/http-errors.server.ts";
import type { RequestScope } from "#app/server/platform/load-context.server.ts";
import { inLanguage } from "#app/server/platform/refusal.server.ts";
import { requireContext, requireVendorContext } from "#app/server/platform/request-context.server.ts";
import { answerAndClose, receiveUpload, type UploadedFile } from "#app/server/platform/upload.server.ts";
import type { HttpEnv } from "./http-env.server.ts";
import { downloadHeaders, seeOther } from "./responses.server.ts";

export function workbookHandlers(): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get("/v/workbook/file", async (c) => {
    const ctx = await requireVendorContext({ request: c.req.raw, context: c.get("scope") });
    return attachment(await downloadWorkbook(ctx, languageNamed(c.req.query("language") ?? ctx.actor.language)));
  });
  app.get("/assessments/:id/workbook", async (c) => {
    const ctx = await requireContext({ request: c.req.raw, context: c.get("scope") });
    return attachment(await downloadBlankWorkbook(ctx, c.req.param("id"), languageNamed(c.req.query("language"))));
  });
  app.post("/v/workbook", (c) =>
    takeWorkbook(c, { page: "/vendor/workbook", door: "/vendor/signed-out" }, async (request) => {
      const ctx = await requireVendorContext(request);
      return { upload: (file) => uploadWorkbook(ctx, file), discard: (uploadId) => discardWorkbook(ctx, uploadId) };
    }),
  );
  app.post("/assessments/:id/workbook", (c) =>
    takeWorkbook(c, { page: `/assessments/${encodeURIComponent(c.req.param("id"))}/from-workbook`, door: "/login" }, async (request) => {
      const ctx = await requireContext(request);
      const id = c.req.param("id");
      return {
        upload: (file) => uploadWorkbookForVendor(ctx, id, file),
        discard: (uploadId) => discardWorkbookForVendor(ctx, id, uploadId),
      };
    }),
  );
  return app;
}

interface Taking {
  upload(file: UploadedFile): Promise<{ uploadId: string }>;
  discard(uploadId: string): Promise<void>;
}

/** `page` has the form and, below it, the report of each upload; `door` is where who is signed out goes. */
async function takeWorkbook(
  c: Context<HttpEnv>,
  { page, door }: { page: string; door: string },
  who: (request: { request: Request; context: RequestScope }) => Promise<Taking>,
): Promise<Response> {
  const scope = c.get("scope");
  const refused = (detail: string) => `${page}?upload-error=${encodeURIComponent(detail.slice(0, 500))}`;
  try {
    const { upload, discard } = await who({ request: c.req.raw, context: scope });
    const { taken } = await receiveUpload(c.env.incoming, {
      limitBytes: scope.portal.config.uploadMaxBytes,
      take: upload,
      undo: ({ uploadId }) => discard(uploadId),
    });
    return seeOther(taken ? `${page}/${taken.uploadId}` : refused(messages[scope.language].portal.workbook.chooseFile));
  } catch (error) {
    if (!errorResponse(error) || !isDomainError(error)) throw error;
    await recordDenial(scope, error);
    return answerAndClose(seeOther(error.code === "unauthenticated" ? door : refused(inLanguage(error, scope.language).detail)));
  }
}

function attachment({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): Response {
  return new Response(new Uint8Array(bytes), { headers: downloadHeaders(fileName) });
}
