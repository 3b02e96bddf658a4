// Finds a Chromium: E2E_CHROMIUM, Playwright's own, one of the system, the one from npm. Never skips silently.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright";

const onSystem = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export async function findChromium(): Promise<string> {
  const named = process.env.E2E_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`E2E_CHROMIUM names ${named}, which is not there.`);
  }
  const candidates = [chromium.executablePath(), ...onSystem];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    return await packed.executablePath();
  } catch (cause) {
    throw new Error("No Chromium found. Install one (Debian: apt-get install chromium) or name it in E2E_CHROMIUM.", { cause });
  }
}
