// The whole HTTP side of a portal as one function: guard, headers, static files, handlers outside Remix, then Remix.
// Order matters: nothing reads a body or a cookie before the guard has let the request pass.
import { gzipSync } from "node:zlib";
import { serveStatic } from "@hono/node-server/serve-static";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { Hono } from "hono";
import { recordDenial } from "#app/server/audit/record-denial.server.ts";
import { errorResponse } from "#app/server/platform/http-errors.server.ts";
import type { RequestScope } from "#app/server/platform/load-context.server.ts";
import type { Portal } from "#app/server/platform/portal.server.ts";
import { portalLanguage } from "#app/server/platform/portal-language.server.ts";
import { answers } from "./answers.server.ts";
import { bodyLimit } from "./body-limit.server.ts";
import { evidenceHandlers } from "./evidence.server.ts";
import { health } from "./health.server.ts";
import type { HttpEnv } from "./http-env.server.ts";
import { questionnaireHandlers } from "./questionnaires.server.ts";
import { remixHandler } from "./remix-handler.server.ts";
import { reportHandlers } from "./reports.server.ts";
import { contentSecurityPolicy, fixedHeaders, newMarks } from "./security-headers.server.ts";
import { workbookHandlers } from "./workbooks.server.ts";

/** Forms and JSON; evidence has its own, larger limit in its handler. */
const maxFormBytes = 256 * 1024;
const compressible = /^(text\/|application\/(json|javascript)|image\/svg)/;

export function createApp(portal: Portal, build: ServerBuild | (() => Promise<ServerBuild>)): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const publicUrl = new URL(portal.config.publicUrl);
  const fixed = Object.entries(fixedHeaders(publicUrl));
  const remix = remixHandler(build);

  app.use(async (c, next) => {
    const { nonce, traceId } = newMarks();
    const { language, setCookie } = portalLanguage(c.req.raw);
    const scope: RequestScope = {
      portal,
      nonce,
      traceId,
      ip: c.env.clientAddress,
      now: portal.clock.now(),
      language,
      memo: new Map(),
      headers: new Headers(),
    };
    c.set("scope", scope);
    await next();
    const { headers } = c.res;
    for (const [name, value] of scope.headers) headers.set(name, value);
    if (setCookie) headers.append("Set-Cookie", setCookie);
    for (const [name, value] of fixed) if (!headers.has(name)) headers.set(name, value);
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", contentSecurityPolicy(publicUrl.origin, nonce));
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    headers.set("X-Trace-Id", scope.traceId);
  });
  app.use(compress);

  app.route("/", health(portal));
  app.route("/", answers());
  app.route("/", evidenceHandlers());
  app.route("/", reportHandlers());
  app.route("/", questionnaireHandlers());
  app.route("/", workbookHandlers());
  app.use(
    "/assets/*",
    serveStatic({ root: "./build/client", onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable") }),
  );
  for (const file of ["/icons.svg", "/favicon.svg", "/images/*"]) {
    app.use(file, serveStatic({ root: "./build/client", onFound: (_path, c) => c.header("Cache-Control", "public, max-age=3600") }));
  }

  app.all("*", bodyLimit(maxFormBytes, `A form may hold ${maxFormBytes / 1024} KiB at most.`), (c) =>
    remix(withPublicOrigin(c.req.raw, publicUrl), c.get("scope") as unknown as AppLoadContext),
  );

  app.onError(async (error, c) => {
    const known = errorResponse(error, c.get("scope")?.language);
    if (known) {
      await recordDenial(c.get("scope"), error);
      return known;
    }
    portal.logger.error({ err: error, traceId: c.get("scope")?.traceId }, "request failed");
    return c.json({ error: { code: "internal", detail: "Something went wrong on our side.", traceId: c.get("scope")?.traceId } }, 500);
  });
  return app;
}

/** Behind a TLS proxy the socket speaks plain HTTP; Remix must see the address people use. */
function withPublicOrigin(request: Request, publicUrl: URL): Request {
  if (request.url.startsWith(`${publicUrl.origin}/`)) return request;
  const { pathname, search } = new URL(request.url);
  return new Request(new URL(pathname + search, publicUrl), request);
}

/** Compresses finished pages once; streams and downloads pass untouched. */
async function compress(c: import("hono").Context<HttpEnv>, next: () => Promise<void>): Promise<void> {
  await next();
  const { res } = c;
  if (!/\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "")) return;
  if (res.headers.has("Content-Encoding") || !compressible.test(res.headers.get("Content-Type") ?? "")) return;
  // Asked last: looking at the body opens it as a stream.
  if (!res.body) return;
  const plain = Buffer.from(await res.arrayBuffer());
  const packed = plain.byteLength < 1024 ? undefined : gzipSync(plain, { level: 1 });
  const headers = new Headers(res.headers);
  headers.append("Vary", "Accept-Encoding");
  headers.delete("Content-Length");
  if (packed) headers.set("Content-Encoding", "gzip");
  c.res = undefined;
  c.res = new Response(packed ?? plain, { status: res.status, headers });
}
