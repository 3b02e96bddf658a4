// Shows screens in a browser: opens the portals they need and signs in whoever looks. Used by the accessibility check and by `npm run shots`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
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
  /** Opens the screen, wide and light, in the window of whoever looks; throws when another page comes than should. */
  show(screen: Screen): Promise<Shown>;
  close(): Promise<void>;
}

/** One window per person: a new one for each screen would cost a process of the browser each. */
interface Window extends Shown {
  status: number;
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
  const windows = new Map<string, Promise<Window>>();
  const portalAt = (place: Place): Promise<ToldPortal> => remember(portals, place, () => openTold(join(folder, place)));

  return {
    filled: await portalAt("filled"),
    async show(screen) {
      const portal = await portalAt(screen.portal ?? "filled");
      const window = await remember(windows, `${portal.origin} ${JSON.stringify(screen.who)}`, () => aWindow(browser, portal, screen.who));
      const { page } = window;
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      window.complaints();
      await page.goto(await screen.path(portal));
      await screen.reach?.(page);
      const { status = 200 } = screen;
      if (window.status !== status) throw new Error(`${screen.name} answered ${window.status} at ${page.url()}, not ${status}.`);
      return window;
    },
    async close() {
      for (const each of windows.values()) await (await each).page.context().close();
      for (const each of portals.values()) await (await each).close();
    },
  };
}

async function aWindow(browser: Browser, portal: ToldPortal, who: Who): Promise<Window> {
  const page = await (await aContext(browser, portal.origin, await cookiesOf(portal, who))).newPage();
  const window: Window = { page, status: 0, complaints: complaintsOf(page) };
  page.on("response", (response) => {
    if (response.request().isNavigationRequest()) window.status = response.status();
  });
  return window;
}

function remember<K, V>(map: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

async function cookiesOf(portal: ToldPortal, who: Who): Promise<Record<string, string>> {
  if (who === "anybody") return {};
  if (typeof who === "string") return { "__Host-session": await portal.sessionOf(who) };
  const session = { "__Host-vendor": await portal.vendorSessionOf(who.vendor) };
  return who.language ? { ...session, "__Host-language": who.language } : session;
}
