// Server entry: renders a finished page (never a flushing stream) and hands out createPortal, so that the HTTP server and the
// routes share one copy of every module. Pages carry no framework script: docs/decisions/0002 says why.
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { isDomainError } from "./domain/errors.ts";
import { RequestFacts } from "./ui/request-facts.ts";

export { createPortal } from "./create-portal.server.ts";
export { environment, readConfig } from "./server/platform/config.server.ts";
export { startRefusal } from "./server/platform/start-refusal.server.ts";

/** Nothing in a page is awaited while it renders, so it is rendered in one go: a third cheaper than React's stream. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Response {
  const { nonce, traceId, language } = context;
  const { pathname, search } = new URL(request.url);
  const html = renderToString(
    <RequestFacts.Provider value={{ nonce, traceId, language, address: pathname + search }}>
      <RemixServer context={entry} url={request.url} nonce={nonce} />
    </RequestFacts.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Called by Remix for whatever a loader, action or component threw that is not a Response; a route without a page hands on refusals, too. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isDomainError(error)) return;
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const { portal, traceId } = context as AppLoadContext;
  portal.logger.error({ err: error, traceId, method: request.method, url: request.url }, "request failed");
};
