// Workbooks out and in, outside Remix: the questions of an assessment as an .xlsx, and the filled file, which a worker thread reads. A refusal
// travels back to the form in the address.
import { Hono } from "hono";
import { isDomainError } from "#app/domain/errors.ts";
import { languageNamed } from "#app/domain/questionnaire/questionnaire.ts";
import { en } from "#app/i18n/en.ts";
import { downloadBlankWorkbook } from "#app/server/assessments/blank-workbook.queries.server.ts";
import { discardWorkbook } from "#app/server/assessments/portal/workbook/discard-workbook.server.ts";
import { uploadWorkbook } from "#app/server/assessments/portal/workbook/upload-workbook.server.ts";
import { downloadWorkbook } from "#app/server/assessments/portal/workbook/workbook.queries.server.ts";
import { recordDenial } from "#app/server/audit/record-denial.server.ts";
import { errorResponse } from "#app/server/platform/http-errors.server.ts";
import { requireContext, requireVendorContext } from "#app/server/platform/request-context.server.ts";
import { answerAndClose, receiveUpload } from "#app/server/platform/upload.server.ts";
import type { HttpEnv } from "./http-env.server.ts";
import { downloadHeaders, seeOther } from "./responses.server.ts";

const page = "/vendor/workbook";

export function workbookHandlers(): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get("/v/workbook/file", async (c) => {
    const ctx = await requireVendorContext({ request: c.req.raw, context: c.get("scope") });
    return attachment(await downloadWorkbook(ctx, languageNamed(c.req.query("language"))));
  });
  app.get("/assessments/:id/workbook", async (c) => {
    const ctx = await requireContext({ request: c.req.raw, context: c.get("scope") });
    return attachment(await downloadBlankWorkbook(ctx, c.req.param("id"), languageNamed(c.req.query("language"))));
  });
  app.post("/v/workbook", async (c) => {
    const scope = c.get("scope");
    try {
      const ctx = await requireVendorContext({ request: c.req.raw, context: scope });
      const { taken } = await receiveUpload(c.env.incoming, {
        limitBytes: scope.portal.config.uploadMaxBytes,
        take: (file) => uploadWorkbook(ctx, file),
        undo: ({ uploadId }) => discardWorkbook(ctx, uploadId),
      });
      return seeOther(taken ? `${page}/${taken.uploadId}` : refused(en.portal.workbook.chooseFile));
    } catch (error) {
      if (!errorResponse(error) || !isDomainError(error)) throw error;
      await recordDenial(scope, error);
      return answerAndClose(seeOther(error.code === "unauthenticated" ? "/vendor/signed-out" : refused(error.detail)));
    }
  });
  return app;
}

function attachment({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): Response {
  return new Response(new Uint8Array(bytes), { headers: downloadHeaders(fileName) });
}

const refused = (detail: string): string => `${page}?upload-error=${encodeURIComponent(detail.slice(0, 500))}`;
