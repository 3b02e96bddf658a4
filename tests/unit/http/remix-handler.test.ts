// Splitting the routes by first segment must not change which screen an address shows.
import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { type AgnosticRouteObject, matchRoutes } from "@remix-run/router";
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstSegment, fixedSegments, routesBelow } from "#app/http/remix-handler.server.ts";
import table from "#app/routes.ts";

type Routes = ServerBuild["routes"];
type Nested = AgnosticRouteObject & { id: string };

function flat(entries: readonly RouteConfigEntry[], parentId?: string): Routes {
  return Object.assign(
    {},
    ...entries.map(({ file, path, index, children = [] }) => ({
      [file]: { id: file, path, index, parentId },
      ...flat(children, file),
    })),
  );
}

function nested(routes: Routes, parentId?: string): Nested[] {
  return Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => ({ id, path, index, ...(index ? {} : { children: nested(routes, id) }) }) as Nested);
}

const routes = flat(table);
const shown = (known: Routes, pathname: string) => matchRoutes(nested(known), pathname)?.map(({ route }) => route.id);
const segments = fixedSegments(routes);

test("most addresses begin with a segment of the table, and each keeps less than half of the routes", () => {
  expect(segments).toEqual(expect.arrayContaining(["vendors", "assessments", "vendor", "settings", "login"]));
  for (const segment of segments) {
    expect(Object.keys(routesBelow(routes, segment)).length).toBeLessThan(Object.keys(routes).length / 2);
  }
});

test("every address shows the same screen with its part of the routes as with all of them", () => {
  const words = [...segments, "new", "ven_1", "why.csv", "why", "review", "evidence", "people", "export", "%76endors", "", "Vendors", "."];
  const address = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join("/")}`);
  fc.assert(
    fc.property(address, (pathname) => {
      const segment = firstSegment(pathname);
      if (segments.includes(segment)) expect(shown(routesBelow(routes, segment), pathname)).toEqual(shown(routes, pathname));
    }),
    { numRuns: 2_000, seed: 7 },
  );
});

test("a data request goes where its page goes", () => {
  expect(firstSegment("/vendors.data")).toBe("vendors");
  expect(firstSegment("/vendors/ven_1.data")).toBe("vendors");
});
