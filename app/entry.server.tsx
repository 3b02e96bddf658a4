// Server entry: renders a finished page (never a flushing stream) and hands out createPortal, so that the HTTP server and the
// routes share one copy of every module. Pages carry no framework script: docs/decisions/0002 says why.
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { isDomainError } from "./domain/errors.ts";
import { RequestFacts } from "./ui/request-facts.ts";

export { createPortal } from "./create-portal.server.ts";
export { environment, readConfig } from "./server/platform/config.server.ts";

const abortAfterMs = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce, traceId } = context;
  return new Promise((resolve, reject) => {
    let failure: unknown;
    const { pipe, abort } = renderToPipeableStream(
      <RequestFacts.Provider value={{ nonce, traceId }}>
        <RemixServer context={entry} url={request.url} abortDelay={abortAfterMs} nonce={nonce} />
      </RequestFacts.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          if (failure) return reject(failure);
          const body = new PassThrough();
          pipe(body);
          headers.set("Content-Type", "text/html; charset=utf-8");
          text(body).then((html) => resolve(new Response(html, { status, headers })), reject);
        },
        onShellError: reject,
        onError(error) {
          failure ??= error;
        },
      },
    );
    const timer = setTimeout(() => abort(new Error("rendering took too long")), abortAfterMs);
  });
}

/** Called by Remix for whatever a loader, action or component threw that is not a Response. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isDomainError(error)) return;
  const { portal, traceId } = context as AppLoadContext;
  portal.logger.error({ err: error, traceId, method: request.method, url: request.url }, "request failed");
};
