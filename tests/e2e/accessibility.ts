// What is asked of every screen: no violation axe knows of, wide and narrow, light and dark; no complaint of the browser; no narrow window
// that scrolls sideways.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { launchChromium } from "#tests/support/chromium.ts";
import { copyDataFolder } from "#tests/support/databases.ts";
import { oncePerRun, runFolder } from "#tests/support/engines.ts";
import { fillTour, startTour, type Tour } from "#tests/support/screen-tour.ts";
import type { Screen } from "#tests/support/screens.ts";

/** All that a theme changes. */
const colourRules = ["color-contrast", "link-in-text-block"];

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

    it.each(screens)("$name has no barrier, wide and narrow, light and dark", async (screen) => {
      const { page, complaints } = await tour.show(screen);
      onTestFinished(() => page.close());
      const axe = () => new AxeBuilder({ page }).setLegacyMode();
      const light = await barriers(axe());
      await page.setViewportSize({ width: 390, height: 844 });
      const narrow = [...(await barriers(axe().disableRules(colourRules))), ...(await sidewaysScroll(page))];
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await barriers(axe().withRules(colourRules));
      expect({ light, dark, narrow, complaints: complaints() }).toEqual({ light: [], dark: [], narrow: [], complaints: [] });
    });

    also(() => tour);
  });
}

/** Each violation with the elements it was found on. */
async function barriers(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
}

async function sidewaysScroll(page: Page): Promise<string[]> {
  const { wide, window } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: innerWidth }));
  return wide > window ? [`scrolls sideways: ${wide} px in a window of ${window}`] : [];
}
