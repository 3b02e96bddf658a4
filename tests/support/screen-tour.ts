// Shows screens in a browser: opens the portals they need and signs in whoever looks. Used by the accessibility check and by `npm run shots`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright";
import { fillPortal } from "./filled-portal.ts";
import type { Screen, Who } from "./screens.ts";
import { openTold, type ToldPortal, tellInto } from "./told-portal.ts";
import { aContext, complaintsOf } from "./visitor.ts";

type Place = "filled" | "empty" | "unset";
const places: readonly Place[] = ["filled", "empty", "unset"];

export interface Shown {
  readonly page: Page;
  complaints(): string[];
}

export interface Tour {
  readonly filled: ToldPortal;
  /** Opens the screen; throws when the page that comes is not the one it should be. Close its page afterwards. */
  show(screen: Screen): Promise<Shown>;
  close(): Promise<void>;
}

/** Fills the data folders of a tour below `folder`; `prepare` may put keys and an empty database into each one first. */
export async function fillTour(folder: string, prepare = async (_dataDir: string): Promise<void> => {}): Promise<void> {
  for (const place of places) {
    mkdirSync(join(folder, place), { recursive: true });
    await prepare(join(folder, place));
  }
  await fillPortal(join(folder, "filled"));
  await tellInto(join(folder, "empty"), 1, () => []);
}

export async function startTour(browser: Browser, folder: string): Promise<Tour> {
  const portals = new Map<Place, Promise<ToldPortal>>();
  const contexts = new Map<string, Promise<BrowserContext>>();
  const portalAt = (place: Place): Promise<ToldPortal> => remember(portals, place, () => openTold(join(folder, place)));

  return {
    filled: await portalAt("filled"),
    async show(screen) {
      const portal = await portalAt(screen.portal ?? "filled");
      const key = `${portal.origin} ${JSON.stringify(screen.who)}`;
      const context = await remember(contexts, key, async () => aContext(browser, portal.origin, await cookiesOf(portal, screen.who)));
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      let status = (await page.goto(await screen.path(portal)))?.status();
      page.on("response", (response) => {
        if (response.request().isNavigationRequest()) status = response.status();
      });
      await screen.reach?.(page);
      const wanted = screen.status ?? 200;
      if (status !== wanted) throw new Error(`${screen.name} answered ${status} at ${page.url()}, not ${wanted}.`);
      return { page, complaints };
    },
    async close() {
      for (const each of contexts.values()) await (await each).close();
      for (const each of portals.values()) await (await each).close();
    },
  };
}

function remember<K, V>(map: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

async function cookiesOf(portal: ToldPortal, who: Who): Promise<Record<string, string>> {
  if (who === "anybody") return {};
  if (typeof who === "string") return { "__Host-session": await portal.sessionOf(who) };
  return { "__Host-vendor": await portal.vendorSessionOf(who.vendor) };
}
