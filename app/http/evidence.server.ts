// Documents in and out, outside Remix: uploads are streamed from the socket, downloads leave as attachments nothing can run in.
// A plain form is answered with a page (303 to where it came from, a refusal as `upload-error`); a script gets JSON.
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { Hono } from "hono";
import { isDomainError } from "#app/domain/errors.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { messages } from "#app/i18n/messages.ts";
import { recordDenial } from "#app/server/audit/record-denial.server.ts";
import { openEvidence } from "#app/server/evidence/open-evidence.server.ts";
import { removeUpload } from "#app/server/evidence/remove-upload.server.ts";
import { type EvidenceForm, type UploadTarget, uploadEvidence } from "#app/server/evidence/upload-evidence.server.ts";
import { errorResponse } from "#app/server/platform/http-errors.server.ts";
import type { RequestScope } from "#app/server/platform/load-context.server.ts";
import { inLanguage } from "#app/server/platform/refusal.server.ts";
import {
  type PersonContext,
  requireContext,
  requireVendorContext,
  type VendorContext,
} from "#app/server/platform/request-context.server.ts";
import { safePath } from "#app/server/platform/safe-redirect.server.ts";
import { answerAndClose, receiveUpload } from "#app/server/platform/upload.server.ts";
import { withUploadRefusal } from "#app/server/platform/upload-refusal.server.ts";
import type { HttpEnv } from "./http-env.server.ts";
import { downloadHeaders, seeOther } from "./responses.server.ts";

/** Image types a page of ours may show; everything else is saved, never shown. */
const showable = new Set(["image/png", "image/jpeg"]);

export function evidenceHandlers(): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.post("/v/evidence", async (c) => {
    const scope = c.get("scope");
    return takeUpload(c.env.incoming, c.req.raw, scope, "/vendor", async (fields) => {
      const ctx = await requireVendorContext({ request: c.req.raw, context: scope });
      const target = { assessmentId: ctx.actor.assessmentId };
      return fields.next === "report" ? { ctx, target, needsDate: true, onward: (id) => `/vendor/reports/${id}` } : { ctx, target };
    });
  });
  app.post("/evidence/upload", async (c) => {
    const scope = c.get("scope");
    return takeUpload(c.env.incoming, c.req.raw, scope, "/evidence", async (fields) => {
      const ctx = await requireContext({ request: c.req.raw, context: scope });
      const { assessmentId = "", engagementId = "" } = fields;
      return { ctx, target: engagementId === "" ? { assessmentId } : { engagementId }, onward: (id) => `/evidence/${id}` };
    });
  });
  app.get("/evidence/:id/file", async (c) => {
    const ctx = await requireContext({ request: c.req.raw, context: c.get("scope") });
    return sendFile(ctx, c.req.param("id"), c.req.query("show") !== undefined);
  });
  app.get("/v/evidence/:id/file", async (c) => {
    const ctx = await requireVendorContext({ request: c.req.raw, context: c.get("scope") });
    return sendFile(ctx, c.req.param("id"), false);
  });
  return app;
}

async function sendFile(ctx: PersonContext | VendorContext, id: string, mayShow: boolean): Promise<Response> {
  const { fileName, mediaType, bytes, source } = await openEvidence(ctx, id);
  const shownAs = mayShow && showable.has(mediaType) ? mediaType : undefined;
  return new Response(Readable.toWeb(source) as ReadableStream, {
    headers: { ...downloadHeaders(fileName, shownAs), "Content-Length": String(bytes) },
  });
}

interface Uploader {
  ctx: VendorContext | PersonContext;
  target: UploadTarget;
  /** Where a browser without script goes after a taken file; absent: back to the page it came from. */
  onward?: (evidenceId: string) => string;
  /** The document has to say which day it counts from. */
  needsDate?: boolean;
}

async function takeUpload(
  incoming: IncomingMessage,
  request: Request,
  scope: RequestScope,
  fallback: string,
  who: (fields: Readonly<Record<string, string>>) => Promise<Uploader>,
): Promise<Response> {
  const wantsJson = (request.headers.get("Accept") ?? "").includes("application/json");
  let back = fallback;
  let given: Readonly<Record<string, string>> = {};
  try {
    const { taken, fields } = await receiveUpload(incoming, {
      limitBytes: scope.portal.config.uploadMaxBytes,
      async take(file) {
        back = safePath(file.fields.back, fallback);
        given = file.fields;
        const { ctx, target, onward, needsDate } = await who(file.fields);
        return { ctx, onward, uploaded: await uploadEvidence(ctx, { ...formOf(file.fields, target), needsDate }, file) };
      },
      undo: ({ ctx, uploaded }) => removeUpload(ctx, uploaded.evidenceId),
    });
    back = safePath(fields.back, fallback);
    if (!taken) return answer(wantsJson, back, 422, "invalid", messages[scope.language].portal.refusals.chooseFile, fields);
    if (wantsJson) return Response.json(taken.uploaded, { status: 201 });
    return seeOther(taken.onward?.(taken.uploaded.evidenceId) ?? back);
  } catch (error) {
    const refusal = errorResponse(error, scope.language);
    if (!refusal) throw error;
    await recordDenial(scope, error);
    if (wantsJson) return answerAndClose(refusal);
    if (isDomainError(error, "unauthenticated")) return answerAndClose(seeOther(fallback === "/vendor" ? "/vendor/signed-out" : "/login"));
    return answerAndClose(seeOther(withUploadRefusal(back, refusalOf(error, scope.language), given)));
  }
}

function formOf(fields: Readonly<Record<string, string>>, target: UploadTarget): EvidenceForm {
  const text = (name: string) => fields[name]?.trim() || undefined;
  return {
    ...target,
    questionKey: text("questionKey"),
    kind: text("kind") ?? "",
    startsOn: text("startsOn"),
    statedExpiryOn: text("statedExpiryOn"),
    isFromVendor: text("isFromVendor") === "yes",
  };
}

type Fields = Readonly<Record<string, string>>;

function answer(wantsJson: boolean, back: string, status: number, code: string, detail: string, fields: Fields): Response {
  return wantsJson ? Response.json({ error: { code, detail } }, { status }) : seeOther(withUploadRefusal(back, { detail }, fields));
}

function refusalOf(error: unknown, language: Language) {
  if (!isDomainError(error)) return { detail: "" };
  const { detail, data } = inLanguage(error, language);
  return { detail, fields: data.fields };
}
