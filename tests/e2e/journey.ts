// What every journey starts with: a portal in which one short story was told, real Chromium, and one window per person. Counts clicks and
// typed fields, and fails a test in which the browser complained.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { PersonKey } from "#app/cli/demo/company.ts";
import type { Stage } from "#app/cli/demo/stage.ts";
import { launchChromium } from "#tests/support/chromium.ts";
import { copyDataFolder } from "#tests/support/databases.ts";
import { runFolder } from "#tests/support/engines.ts";
import { openTold, type ToldPortal, tellInto } from "#tests/support/told-portal.ts";
import { aContext, complaintsOf } from "#tests/support/visitor.ts";

export interface Window {
  readonly page: Page;
  clicks: number;
  fields: number;
  click(what: Locator): Promise<void>;
  /** Types into a field or chooses from a list. */
  give(field: Locator, value: string): Promise<void>;
  /** Presses a button by the name that is fixed for it, and waits for the page that follows. */
  press(name: string, within?: Locator): Promise<void>;
}

export interface Journey {
  portal(): ToldPortal;
  /** A window of somebody who is signed in, or of a vendor who just got a link. */
  window(who: PersonKey | "vendor", options?: BrowserContextOptions): Promise<Window>;
}

/** `story` runs on the day before the journey. */
export function aJourney(story: (stage: Stage) => Promise<unknown>): Journey {
  const folder = mkdtempSync(join(runFolder(), "journey-"));
  const listening: (() => string[])[] = [];
  let portal: ToldPortal;
  let browser: Browser;

  beforeAll(async () => {
    await copyDataFolder(folder, "sqlite");
    await tellInto(folder, 2, (stage, today) => [tell(stage, new Date(today.getTime() - 24 * 3_600_000))]);
    portal = await openTold(folder, { NODE_ENV: "test" });
    browser = await launchChromium();
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(listening.flatMap((heard) => heard())).toEqual([]));

  async function* tell(stage: Stage, day: Date): AsyncGenerator<Date, void, void> {
    yield day;
    await story(stage);
  }

  return {
    portal: () => portal,
    async window(who, options) {
      const cookies: Record<string, string> = who === "vendor" ? {} : { "__Host-session": await portal.sessionOf(who) };
      const page = await (await aContext(browser, portal.origin, cookies, options)).newPage();
      listening.push(complaintsOf(page));
      return aWindow(page);
    },
  };
}

function aWindow(page: Page): Window {
  const window: Window = {
    page,
    clicks: 0,
    fields: 0,
    async click(what) {
      window.clicks += 1;
      await what.click();
    },
    async give(field, value) {
      window.fields += 1;
      const isList = await field.evaluate((element) => element.tagName === "SELECT");
      await (isList ? field.selectOption(value) : field.fill(value));
    },
    async press(name, within = page.locator("body")) {
      await Promise.all([page.waitForEvent("load"), window.click(within.getByRole("button", { name, exact: true }))]);
    },
  };
  return window;
}
