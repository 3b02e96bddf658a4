// What is asked of every screen: no violation axe knows of, wide and narrow, light and dark; no complaint of the browser; no narrow window
// that scrolls sideways.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "#tests/support/chromium.ts";
import { copyDataFolder } from "#tests/support/databases.ts";
import { oncePerRun, runFolder } from "#tests/support/engines.ts";
import { fillTour, startTour, type Tour } from "#tests/support/screen-tour.ts";
import type { Screen } from "#tests/support/screens.ts";

/** Tests of these screens, in one browser and on portals of their own; the portals are filled once per run. */
export function checkScreens(screens: readonly Screen[], also: (tour: () => Tour) => void = () => {}): void {
  describe("every screen", () => {
    let browser: Browser;
    let tour: Tour;
    const folder = mkdtempSync(join(runFolder(), "tour-"));

    beforeAll(async () => {
      const told = await oncePerRun("tour", async () => {
        const path = join(runFolder(), "tour");
        await fillTour(path, (dataDir) => copyDataFolder(dataDir, "sqlite"));
        return path;
      });
      cpSync(told, folder, { recursive: true });
      browser = await launchChromium();
      tour = await startTour(browser, folder);
    }, 400_000);
    afterAll(async () => {
      await tour?.close();
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(screens)("$name has no barrier, wide and light, narrow and dark", async (screen) => {
      const { page, complaints } = await tour.show(screen);
      const wideAndLight = await barriers(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: "dark" });
      await drawn(page);
      const narrowAndDark = [...(await barriers(page)), ...(await sidewaysScroll(page))];
      expect({ wideAndLight, narrowAndDark, complaints: complaints() }).toEqual({ wideAndLight: [], narrowAndDark: [], complaints: [] });
    });

    also(() => tour);
  });
}

/** Two frames later the other theme is on the screen: before, axe may meet the colours of both. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Each violation with the elements it was found on. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
}

async function sidewaysScroll(page: Page): Promise<string[]> {
  const { wide, window } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: innerWidth }));
  return wide > window ? [`scrolls sideways: ${wide} px in a window of ${window}`] : [];
}
