// The people of the journey: set up over the first-run page, added by the administrator, each with a browser of its own.
import { type HttpBrowser, httpBrowser } from "../http-browser.ts";
import type { PortalServer } from "../portal-server.ts";
import { find, must } from "./pages.ts";

const password = "lanterns light the larch wood";

export interface Cast {
  administrator: HttpBrowser;
  /** Registers vendors, and asked for the service. */
  procurement: HttpBrowser;
  officer: HttpBrowser;
  secondOfficer: HttpBrowser;
  approver: HttpBrowser;
}

const roles = {
  procurement: ["procurement", "business_owner"],
  officer: ["compliance_officer"],
  secondOfficer: ["compliance_officer"],
  approver: ["approver"],
} as const;

export async function hirePeople(server: PortalServer): Promise<Cast> {
  const administrator = httpBrowser(server.origin);
  const email = (name: string) => `${name.toLowerCase()}@lantern-larch.example`;
  const setUp = {
    code: server.portal.setUpCode,
    organisation: "Lantern & Larch (journey)",
    name: "Tomasz Underhill",
    email: email("tomasz"),
  };
  const ready = await administrator.post("/setup", { ...setUp, password, repeated: password });
  must(ready.path.startsWith("/login"), "the portal is set up", ready);
  await signIn(administrator, setUp.email);
  const cast: Partial<Cast> = { administrator };
  for (const [key, held] of Object.entries(roles)) {
    const added = await administrator.post("/settings/people", { name: `${key} of the journey`, email: email(key), roles: held });
    const link = find(added, /(\/password\/[\w-]{43})/, "the link to set a password");
    const browser = httpBrowser(server.origin);
    await browser.post(link, { password, repeated: password });
    await signIn(browser, email(key));
    cast[key as keyof typeof roles] = browser;
  }
  return cast as Cast;
}

export async function signIn(browser: HttpBrowser, email: string): Promise<void> {
  const page = await browser.post("/login", { email, password });
  must(page.status === 200 && page.path === "/", `${email} signs in`, page);
}

/** The clock moved on by days: sessions are over, everybody signs in again. */
export async function signInAgain(cast: Cast): Promise<void> {
  await signIn(cast.administrator, "tomasz@lantern-larch.example");
  for (const key of Object.keys(roles) as (keyof typeof roles)[]) await signIn(cast[key], `${key.toLowerCase()}@lantern-larch.example`);
}
