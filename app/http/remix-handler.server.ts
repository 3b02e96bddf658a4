// Remix's request handler, many times over: one for each first segment of an address, knowing only the routes that could match below it.
// The router flattens and ranks every route it knows on every request, twice; with all routes that was a fifth of what a page costs.
// Which route matches is still decided by the router alone.
import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];

/** Full path of a route below its parents, without slashes at the ends. */
function fullPath(routes: Routes, id: string): string {
  const parts: string[] = [];
  for (let at = routes[id]; at; at = at.parentId === undefined ? undefined : routes[at.parentId]) if (at.path) parts.unshift(at.path);
  return parts.join("/").replaceAll(/^\/+|\/+$/g, "");
}

/** The first segment as written in the route table; undefined where it is open: layouts, the start page, parameters, the rest. */
function fixedSegment(routes: Routes, id: string): string | undefined {
  const first = fullPath(routes, id).split("/")[0] ?? "";
  return /^[a-z0-9-]+$/.test(first) ? first : undefined;
}

/** First segments that have routes of their own. */
export function fixedSegments(routes: Routes): string[] {
  const segments = Object.keys(routes).map((id) => fixedSegment(routes, id));
  return [...new Set(segments)].filter((segment) => segment !== undefined);
}

/** All routes that could match an address whose first segment is `segment`. */
export function routesBelow(routes: Routes, segment: string): Routes {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => [undefined, segment].includes(fixedSegment(routes, id))));
}

/** First segment of an address, without the suffix of a data request. */
export function firstSegment(pathname: string): string {
  return (pathname.split("/", 2)[1] ?? "").replace(/\.data$/, "");
}

/** The build with some of its routes only, in the server's table and in the manifest that pages are rendered with. */
function part(build: ServerBuild, segment: string): ServerBuild {
  const routes = routesBelow(build.routes, segment);
  const manifest = Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => routes[id]));
  return { ...build, routes, assets: { ...build.assets, routes: manifest } };
}

/**
 * Answers as one handler with all routes would. An address whose first segment is not in the table as written goes to just that one, and in
 * development, where the build is loaded anew for each request, every address does.
 */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const whole = createRequestHandler(build, "production");
  if (typeof build === "function") return whole;
  const handlers = new Map(
    fixedSegments(build.routes).map((segment) => [segment, createRequestHandler(part(build, segment), "production")]),
  );
  return (request, context) => {
    const handler = handlers.get(firstSegment(new URL(request.url).pathname)) ?? whole;
    return handler(request, context);
  };
}
