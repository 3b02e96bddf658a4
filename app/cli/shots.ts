// `npm run shots` (`-- NAME …`): one picture per screen, width and theme into data/shots, of a portal with a vendor in every state. Names narrow
// it to screens whose name holds one of them. The screens are those the accessibility check visits.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { launchChromium } from "#tests/support/chromium.ts";
import { fillTour, startTour } from "#tests/support/screen-tour.ts";
import { screens } from "#tests/support/screens.ts";
import { buildIfNeeded } from "./build.ts";

const widths = [1280, 390] as const;
const themes = ["light", "dark"] as const;
const wanted = process.argv.slice(2);
const chosen = screens.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (chosen.length === 0) {
  console.error(`No screen is named like ${wanted.join(", ")}. Screens: ${screens.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}

const started = performance.now();
buildIfNeeded((line) => console.log(line));
const target = resolve("data/shots");
mkdirSync(target, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "vouchsafe-shots-"));
let pictures = 0;
try {
  console.log("Filling the portal …");
  await fillTour(folder);
  await take();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${pictures} pictures of ${chosen.length} screens in ${target}, ${seconds} s.`);
process.exit(0);

async function take(): Promise<void> {
  const browser = await launchChromium();
  const tour = await startTour(browser, folder);
  for (const screen of chosen) {
    const { page } = await tour.show(screen);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await page.screenshot({ path: join(target, `${screen.name}-${width}-${theme}.png`), fullPage: true });
        pictures += 1;
      }
    }
  }
  await tour.close();
  await browser.close();
}
