// Browser contexts of people and vendors, and the complaints of a page: refused by the content policy, errors of script, errors in the console.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright";

/** A new browser profile that holds these cookies, by name. */
export async function aContext(
  browser: Browser,
  origin: string,
  cookies: Record<string, string> = {},
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    ...options,
  });
  context.setDefaultTimeout(15_000);
  // Named for https: a browser takes such a cookie from localhost over plain HTTP, but its remote control wants to hear the scheme.
  const url = origin.replace("http:", "https:");
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value, url, secure: true, httpOnly: true, sameSite: "Lax" as const })),
  );
  return context;
}

/** Listens from now on; each call gives what the browser complained about since the last one. */
export function complaintsOf(page: Page): () => string[] {
  let heard: string[] = [];
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    // A refusal the visit came to see: of the page itself, whose status is asserted, or of an answer a colleague was faster with.
    const isRefusal =
      /^Failed to load resource/.test(text) && (message.location().url === page.url() || / status of (409|422) /.test(text));
    if ((message.type() === "error" || /content security policy|trusted ?type/i.test(text)) && !isRefusal)
      heard.push(`console: ${text} (${message.location().url})`);
  });
  page.on("requestfailed", (request) => {
    const failure = request.failure()?.errorText ?? "";
    if (!/ERR_ABORTED/.test(failure)) heard.push(`request: ${request.url()} ${failure}`);
  });
  return () => {
    const before = heard;
    heard = [];
    return before;
  };
}
