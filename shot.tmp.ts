import { launchChromium } from "#tests/support/chromium.ts";
import { httpBrowser } from "#tests/support/http-browser.ts";
import { startPortalServer } from "#tests/support/portal-server.ts";
const p = await startPortalServer();
const password = "vier ruhige Laternen am Kanal";
const b = httpBrowser(p.origin);
await b.post("/setup", { code: p.portal.setUpCode, organisation: "Lantern & Larch", name: "Mara Lindqvist", email: "mara@lantern-larch.example", password, repeated: password });
await b.post("/login", { email: "mara@lantern-larch.example", password });
await b.post("/settings/people", { name: "Jonas Aalto", email: "jonas@lantern-larch.example", roles: ["procurement", "business_owner"] });
const browser = await launchChromium();
for (const [w, scheme] of [[1280, "light"], [390, "dark"]] as const) {
  const ctx = await browser.newContext({ viewport: { width: w, height: 800 }, colorScheme: scheme });
  await ctx.addCookies([{ name: "__Host-session", value: b.cookie("__Host-session")!, url: p.origin.replace("http:", "https:"), secure: true, path: "/" } as never].map((c: any) => ({ name: c.name, value: c.value, domain: "localhost", path: "/", secure: true, httpOnly: true })));
  const page = await ctx.newPage();
  page.on("console", (m) => console.log(m.type(), m.text()));
  for (const path of ["/settings/people", "/", "/nope", "/login"]) {
    await page.goto(p.origin + path);
    await page.screenshot({ path: `/tmp/shots/${path.replaceAll("/", "_")}-${w}-${scheme}.png`, fullPage: true });
  }
  await ctx.close();
}
await browser.close(); await p.close(); process.exit(0);
