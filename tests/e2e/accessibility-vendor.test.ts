// The screens of vendors and of whoever is not signed in, visited by axe; and the list of screens itself.
import { expect, it } from "vitest";
import { publicScreens, screens, vendorScreens } from "#tests/support/screens.ts";
import { checkScreens } from "./accessibility.ts";

checkScreens([...publicScreens, ...vendorScreens], (tour) => {
  it("every route that draws a page is visited", () => {
    const { routes } = tour().filled.server.build;
    const parents = new Set(Object.values(routes).map((route) => route?.parentId));
    const drawing = Object.values(routes).filter((route) => route && !parents.has(route.id) && route.module.default !== undefined);
    const visited = new Set(screens.map(({ route }) => route));
    expect(drawing.map((route) => route?.id).filter((id) => !visited.has(id ?? ""))).toEqual([]);
    expect([...visited].filter((id) => !routes[id])).toEqual([]);
  });

  it("no two screens have the same name", () => {
    expect(new Set(screens.map(({ name }) => name)).size).toBe(screens.length);
  });
});
