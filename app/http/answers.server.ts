// POST /v/answer: one answer of a vendor, as its page saves it while it is typed. Outside Remix because it is the hottest write there is;
// the verb is the one everybody calls.
import { Hono } from "hono";
import { readAnswerFields } from "#app/domain/assessment/answer-fields.ts";
import { DomainError, isDomainError } from "#app/domain/errors.ts";
import { saveRawAnswer } from "#app/server/assessments/portal/save-answer.server.ts";
import { recordDenial } from "#app/server/audit/record-denial.server.ts";
import { bodyOf, headersOf, statusOf } from "#app/server/platform/http-errors.server.ts";
import { inLanguage } from "#app/server/platform/refusal.server.ts";
import { requireVendorContext } from "#app/server/platform/request-context.server.ts";
import { bodyLimit } from "./body-limit.server.ts";
import type { HttpEnv } from "./http-env.server.ts";

/** An answer holds 64 KiB at most; percent encoding triples it. */
const maxBytes = 200 * 1024;

export function answers(): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.post("/v/answer", bodyLimit(maxBytes, "An answer may hold 64 KiB at most."), async (c) => {
    try {
      const ctx = await requireVendorContext({ request: c.req.raw, context: c.get("scope") });
      const { answers: given, unknown } = readAnswerFields(new URLSearchParams(await c.req.text()));
      const [answer] = given;
      if (!answer || given.length > 1 || unknown.length > 0) throw new DomainError("invalid", "One answer is expected, and nothing else.");
      return c.json(await saveRawAnswer(ctx, answer));
    } catch (error) {
      if (!isDomainError(error)) throw error;
      await recordDenial(c.get("scope"), error);
      const theirs = error.code === "conflict" ? { theirs: error.data.theirs } : {};
      const said = inLanguage(error, c.get("scope").language);
      return Response.json({ error: { ...bodyOf(said), ...theirs } }, { status: statusOf[error.code], headers: headersOf(error) });
    }
  });
  return app;
}
