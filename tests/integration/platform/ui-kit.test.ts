// The page of all parts is for those who build screens: a portal people work with has no such page.
import { expect, it } from "vitest";
import { httpBrowser } from "#tests/support/http-browser.ts";
import { startPortalServer } from "#tests/support/portal-server.ts";

it.each(["production", "test"])("The page of all parts is not there in %s, in any form of asking", async (mode) => {
  const portal = await startPortalServer({ env: { NODE_ENV: mode, LOG_LEVEL: "silent" } });
  const browser = httpBrowser(portal.origin);
  for (const path of ["/ui-kit", "/ui-kit?theme=dark", "/ui-kit.data", "/ui-kit.data?_routes=routes%2Fui-kit%2Froute"]) {
    const page = await browser.get(path);
    expect([path, page.status]).toEqual([path, 404]);
    expect(page.html).not.toContain("Every part once");
  }
  await portal.close();
});
