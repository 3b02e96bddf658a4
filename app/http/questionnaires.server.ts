// Questionnaire files in and out, outside Remix: a file to import is read whole, a published one leaves as an attachment.
// A refusal travels back to the form in the address, with everything typed there.
import { Hono } from "hono";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import { mostExtensions } from "#app/domain/questionnaire/draft.ts";
import { draftFormSchema } from "#app/domain/questionnaire/draft-form.schema.ts";
import { recordDenial } from "#app/server/audit/record-denial.server.ts";
import { errorResponse } from "#app/server/platform/http-errors.server.ts";
import { parseForm } from "#app/server/platform/parse-form.server.ts";
import { requireContext } from "#app/server/platform/request-context.server.ts";
import { answerAndClose, receiveUpload } from "#app/server/platform/upload.server.ts";
import { discardDraft } from "#app/server/questionnaires/drafts/discard-draft.server.ts";
import { openDraftSource } from "#app/server/questionnaires/drafts/draft-page.queries.server.ts";
import { draftQuestionnaire } from "#app/server/questionnaires/drafts/draft-questionnaire.server.ts";
import { mostImportBytes } from "#app/server/questionnaires/drafts/read-draft.server.ts";
import { openSource } from "#app/server/questionnaires/questionnaire-source.queries.server.ts";
import type { HttpEnv } from "./http-env.server.ts";
import { downloadHeaders, seeOther } from "./responses.server.ts";

const page = "/questionnaires/import";

export function questionnaireHandlers(): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get("/questionnaires/:id/file", async (c) => {
    const ctx = await requireContext({ request: c.req.raw, context: c.get("scope") });
    return attachment(await openSource(ctx, c.req.param("id"), c.req.query("version")));
  });
  app.get("/questionnaires/import/:draftId/file", async (c) => {
    const ctx = await requireContext({ request: c.req.raw, context: c.get("scope") });
    return attachment(await openDraftSource(ctx, c.req.param("draftId")));
  });
  app.post("/questionnaires/import/file", async (c) => {
    const scope = c.get("scope");
    let typed: Readonly<Record<string, string>> = {};
    try {
      const ctx = await requireContext({ request: c.req.raw, context: scope });
      const { taken, fields } = await receiveUpload(c.env.incoming, {
        limitBytes: mostImportBytes,
        mostFiles: 1 + mostExtensions,
        async take(file) {
          typed = file.fields;
          if (file.input !== "file") throw new DomainError("invalid", "Extension files change another file: choose that file, too.");
          return draftQuestionnaire(ctx, parseForm(formOf(typed), draftFormSchema), file);
        },
        undo: ({ draftId }) => discardDraft(ctx, draftId),
      });
      typed = fields;
      return seeOther(taken ? `${page}/${taken.draftId}` : refused(typed, "Choose a file first."));
    } catch (error) {
      if (!errorResponse(error) || !isDomainError(error)) throw error;
      await recordDenial(scope, error);
      return answerAndClose(seeOther(error.code === "unauthenticated" ? "/login" : refused(typed, wordsOf(error))));
    }
  });
  return app;
}

/** Bytes, so that a mark at their beginning stays and they keep their hash. */
function attachment({ fileName, source }: { fileName: string; source: string }): Response {
  return new Response(new Uint8Array(Buffer.from(source, "utf8")), { headers: downloadHeaders(fileName) });
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const wordsOf = ({ detail, data }: DomainError): string => (data.fields ? Object.values(data.fields).join(" ") : detail);

function refused(typed: Readonly<Record<string, string>>, detail: string): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(draftFormSchema.shape)) if (typed[name]) query.set(name, typed[name].slice(0, 300));
  query.set("upload-error", detail.slice(0, 1000));
  return `${page}?${query}`;
}
