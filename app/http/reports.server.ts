// Signed documents out, and documents in to be checked, outside Remix: a report is streamed to whoever may read it; a file to be checked
// is read, judged and forgotten. The verdict travels sealed in the address, so that nobody can make a page say "genuine" by a link.
import { Readable } from "node:stream";
import { Hono } from "hono";
import { isDomainError } from "#app/domain/errors.ts";
import { errorResponse } from "#app/server/platform/http-errors.server.ts";
import { anonymousContext, requireContext, requireVendorContext } from "#app/server/platform/request-context.server.ts";
import { answerAndClose, receiveUpload } from "#app/server/platform/upload.server.ts";
import { checkDocument, maxCheckedBytes } from "#app/server/reports/check-document.server.ts";
import { openOwnLetter } from "#app/server/reports/letters/open-own-letter.server.ts";
import { openReport } from "#app/server/reports/open-report.server.ts";
import { sealVerdict } from "#app/server/reports/sealed-verdict.server.ts";
import type { HttpEnv } from "./http-env.server.ts";
import { downloadHeaders, seeOther } from "./responses.server.ts";

export function reportHandlers(): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get("/reports/:id/file", async (c) => {
    const ctx = await requireContext({ request: c.req.raw, context: c.get("scope") });
    const { fileName, bytes, source } = await openReport(ctx, c.req.param("id"));
    return new Response(Readable.toWeb(source) as ReadableStream, {
      headers: { ...downloadHeaders(fileName), "Content-Length": String(bytes) },
    });
  });
  app.get("/v/letters/:id/file", async (c) => {
    const ctx = await requireVendorContext({ request: c.req.raw, context: c.get("scope") });
    const { fileName, bytes, source } = await openOwnLetter(ctx, c.req.param("id"));
    return new Response(Readable.toWeb(source) as ReadableStream, {
      headers: { ...downloadHeaders(fileName), "Content-Length": String(bytes) },
    });
  });
  app.post("/verify/file", async (c) => {
    const scope = c.get("scope");
    try {
      const { taken } = await receiveUpload(c.env.incoming, {
        limitBytes: maxCheckedBytes,
        take: async ({ source }) => checkDocument(await anonymousContext({ request: c.req.raw, context: scope }), source),
        undo: async () => undefined,
      });
      if (!taken) return seeOther("/verify?refused=empty");
      return seeOther(`/verify?checked=${encodeURIComponent(sealVerdict(scope.portal, taken, scope.now))}`);
    } catch (error) {
      const refusal = errorResponse(error);
      if (!refusal) throw error;
      return answerAndClose(seeOther(`/verify?refused=${isDomainError(error) ? error.code : "invalid"}`));
    }
  });
  return app;
}
