// Through the built portal, over HTTP: only what a vendor may see reaches its browser, sessions end with their link, and every page works
// as a plain form.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frameworkControls } from "#app/domain/questionnaire/control-ids.ts";
import { controlTopics } from "#app/domain/questionnaire/control-topics.ts";
import { revokeLink } from "#app/server/assessments/sending/revoke-link.server.ts";
import { sendAssessment } from "#app/server/assessments/sending/send-assessment.server.ts";
import { createOrganisation } from "#app/server/people/create-organisation.server.ts";
import type { PersonContext } from "#app/server/platform/request-context.server.ts";
import { hashToken } from "#app/server/platform/tokens.server.ts";
import { findVendorLinkByToken } from "#app/server/platform/unscoped.queries.server.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { latestQuestionnaire } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { aClock } from "#tests/support/clock.ts";
import { type HttpBrowser, httpBrowser } from "#tests/support/http-browser.ts";
import { type PortalServer, startPortalServer } from "#tests/support/portal-server.ts";

const clock = aClock("2026-11-23T09:00:00Z");
let server: PortalServer;
let buyer: PersonContext;
let door: string;

beforeAll(async () => {
  server = await startPortalServer({ clock });
  const { portal } = server;
  const base = { portal, now: clock.now(), traceId: "test", ip: "192.0.2.1" };
  const organisationId = await createOrganisation(
    { ...base, actor: { kind: "anonymous", organisationId: "" } },
    { name: "Lantern & Larch", timeZone: "Europe/Berlin" },
  );
  await publishShippedQuestionnaires(portal, organisationId, clock.now());
  const personId = portal.ids.next("person");
  const person = { id: personId, organisationId, name: "Odile Marchbanks", nameKey: "odile", email: "odile@lantern.example" };
  await portal.store.systemTx((tx) =>
    tx.db.insert(tx.t.people).values({ ...person, emailKey: person.email, roles: ["procurement"], createdAt: clock.now() }),
  );
  const actor = {
    kind: "person",
    organisationId,
    personId,
    name: person.name,
    email: person.email,
    roles: ["procurement"],
    sessionId: "ses_test",
  } as const;
  buyer = { ...base, actor };
  await registerVendor(buyer, { name: "Secret Competitor", category: "payment", contactEmail: "who@secret.example" });
  const { engagementId, contactId } = await registerVendor(buyer, {
    name: "Quillpay",
    website: "https://quillpay.example",
    category: "payment",
    contactName: "Florian Teasel",
    contactEmail: "florian@quillpay.example",
  });
  const { linkUrl } = await sendAssessment(buyer, {
    engagementId,
    contactId: contactId!,
    questionnaireIds: ["payment-provider"],
    dueOn: "2026-12-07",
  });
  door = new URL(linkUrl).pathname;
});
afterAll(() => server.close());

async function started(name: string): Promise<HttpBrowser> {
  const browser = httpBrowser(server.origin);
  const page = await browser.post(door, { name });
  expect(page.path).toMatch(/^\/vendor\/sections\//);
  return browser;
}

/** Every page of the portal a vendor can reach by its links, and what the framework answers for the same address as data. */
async function everyPage(browser: HttpBrowser): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = ["/vendor", "/vendor/check", "/vendor/receipt", "/vendor/ask", "/vendor/copy", "/vendor/clarifications"];
  while (waiting.length > 0) {
    const path = waiting.pop()!;
    if (pages.has(path)) continue;
    const { html } = await browser.get(path);
    pages.set(path, html);
    const data = await browser.get(`${path}.data`);
    pages.set(`${path}.data`, data.html);
    for (const [, found] of html.matchAll(/href="(\/vendor[^"#?]*)/g)) waiting.push(found!);
    for (const [, key] of html.matchAll(/value="(?:attach|ask):([^"]+)"/g)) {
      const encoded = encodeURIComponent(key!.replaceAll("&amp;", "&"));
      waiting.push(`/vendor/evidence/${encoded}`, `/vendor/ask/${encoded}`);
    }
  }
  return pages;
}

describe("the vendor portal over HTTP", () => {
  it("shows no weight, score, cap, control, finding, fact, other vendor or word of ours on any page", async () => {
    const browser = await started("Florian Teasel");
    await browser.post("/vendor/sections/payment-provider~scope", {
      "value:payment-provider#integration": ["redirect", "iframe"],
      "value:payment-provider#card_data": "store",
      "value:payment-provider#holds_money": "true",
      "value:payment-provider#connections": ["dashboard", "api"],
      next: "continue",
    });
    const pages = await everyPage(browser);
    expect(pages.size).toBeGreaterThan(30);
    const { questionnaire } = await latestQuestionnaire(
      server.portal,
      server.portal.store.read,
      buyer.actor.organisationId,
      "payment-provider",
    );
    const questions = questionnaire.sections.flatMap((section) => section.questions);
    const forbidden = [
      ...questions.flatMap(({ onFail }) => (onFail?.finding?.title.en ? [onFail.finding.title.en] : [])),
      ...Object.keys(controlTopics),
      ...Object.keys(frameworkControls).map((framework) => `${framework}#`),
      ...[
        "capScore",
        "onFail",
        "criticality",
        "isBlocker",
        "isGate",
        "isScored",
        "weight",
        "bps",
        "scoreBps",
        "residual",
        "inherent",
        "knock-out",
      ],
      ...['personal_data"', "hosts_production", "dependency", "tier", "determination", "reviewer", "wrapped", "blobKey", "tokenHash"],
      ...["Secret Competitor", "secret.example"],
    ];
    const leaks = [...pages].flatMap(([path, html]) => {
      const shown = path.endsWith(".data") ? html : html.replaceAll(/<link[^>]*>/g, "");
      return forbidden
        .filter((word) => new RegExp(`(?<![A-Za-z])${escaped(word)}(?![A-Za-z])`, "i").test(shown))
        .map((word) => `${path}: ${word}`);
    });
    expect(leaks).toEqual([]);
  });

  it("saves an answer over its own address, tells a colleague who was faster, and names what is wrong", async () => {
    const florian = await started("Florian Teasel");
    const mira = await started("Mira Quince");
    const key = "payment-provider#pci_services";
    const answer = (value: string, base: string) => ({ [`value:${key}`]: value, [`base:${key}`]: base });
    const saved = await florian.post("/v/answer", answer("all", "0"));
    expect(saved.status).toBe(200);
    expect(JSON.parse(saved.html)).toMatchObject({ revision: 1, givenBy: "Florian Teasel" });
    const late = await mira.post("/v/answer", answer("none", "0"));
    expect(late.status).toBe(409);
    expect(JSON.parse(late.html)).toMatchObject({
      error: { code: "conflict", theirs: { by: "Florian Teasel", revision: 1, shown: "All of it" } },
    });
    expect((await mira.post("/v/answer", answer("maybe", "1"))).status).toBe(422);
    expect((await mira.post("/v/answer", { ...answer("all", "1"), status: "submitted" })).status).toBe(422);
    expect((await mira.post("/v/answer", { "value:payment-provider#no_such": "x" })).status).toBe(404);
    expect((await httpBrowser(server.origin).post("/v/answer", answer("all", "1"))).status).toBe(401);
  });

  it("keeps what was typed when a plain form is refused, and begins the title with Error", async () => {
    const browser = await started("Florian Teasel");
    const tasks = await browser.get("/vendor");
    const [, path = ""] = /href="([^"]+)">The payment page/.exec(tasks.html) ?? [];
    const number = "payment-provider#page_alert_hours";
    const refused = await browser.post(path, { [`value:${number}`]: "same day", [`base:${number}`]: "0", next: "continue" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("<title>Error: ");
    expect(refused.html).toContain('value="same day"');
    expect(refused.html).toContain('role="alert"');
  });

  it("signs a browser out when its link is revoked, and shows nothing more", async () => {
    const browser = await started("Florian Teasel");
    expect((await browser.get("/vendor")).status).toBe(200);
    const { read } = server.portal.store;
    const link = await findVendorLinkByToken(read, hashToken(door.slice("/v/".length)));
    await revokeLink(buyer, link!.id);
    const after = await browser.get("/vendor");
    expect(after.path).toBe("/vendor/signed-out");
    expect(after.html).not.toContain("Quillpay");
    expect(
      (await browser.post("/v/answer", { "value:payment-provider#pci_services": "all", "base:payment-provider#pci_services": "1" })).status,
    ).toBe(401);
    const closed = await httpBrowser(server.origin).get(door);
    const unknown = await httpBrowser(server.origin).get(`/v/${"x".repeat(43)}`);
    expect(closed.status).toBe(404);
    const plain = (html: string) => html.replaceAll(/nonce="[^"]*"/g, "");
    expect(plain(closed.html)).toBe(plain(unknown.html));
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
