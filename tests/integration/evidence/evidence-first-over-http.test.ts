// Evidence first in a browser without script: from the start page to confirmed answers, and the refusals on the way.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type HttpBrowser, httpBrowser } from "#tests/support/http-browser.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aSentAssessment } from "#tests/support/sending.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";

let served: ServedWorld;
let browser: HttpBrowser;
const vendorNames = ["Quillpay", "Marrowgate", "Tindersea", "Oxlip"];

beforeAll(async () => {
  served = await aServedWorld();
});

afterAll(() => served.close());

/** Every story has a vendor of its own that gave no report yet, and came in by **We already have a report**. */
beforeEach(async () => {
  browser = httpBrowser(served.server.origin);
  const questionnaireIds = ["core-security", "payment-provider"];
  const name = vendorNames.pop()!;
  const { linkToken } = await aSentAssessment(served.world, { name, questionnaireIds });
  const door = await browser.get(`/v/${linkToken}`);
  expect(door.html).toMatch(/We already have a report[\s\S]*A report can save you \d+ of \d+ questions/);
  const opened = await browser.post(`/v/${linkToken}`, { name: "Florian Teasel", next: "reports" });
  expect(opened.path).toBe("/vendor/reports");
});

const soc2 = { name: "soc2 2026.pdf", type: "application/pdf", bytes: aPdf("SOC 2") };
const wanted = { back: "/vendor/reports", next: "report", kind: "soc2-t2", startsOn: "2026-09-30" };

const attributeOf = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

const inputsOf = (html: string): string[] => [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);

/** The form of a report's page as the browser would send it untouched. */
function formIn(html: string): Record<string, string> {
  const form: Record<string, string> = { intent: "confirm", page: "chapter 4" };
  for (const tag of inputsOf(html)) {
    const name = attributeOf(tag, "name");
    const isChosen = attributeOf(tag, "type") === "hidden" || / checked(=|\b)/.test(tag);
    if (name?.includes("#") && isChosen) form[name] = attributeOf(tag, "value") ?? "";
  }
  return form;
}

it("leads from the start page over the upload to confirmed answers, counted on the way", async () => {
  const start = await browser.get("/vendor");
  const [, possible, of] = /A report can save you (\d+) of (\d+) questions/.exec(start.html) ?? [];
  expect(Number(possible)).toBeGreaterThan(10);
  expect(start.html).toContain('href="/vendor/reports"');
  const reports = await browser.get("/vendor/reports");
  expect(reports.html).toMatch(/SOC 2 Type II report[\s\S]*?Answers \d+ of \d+ questions/);

  const report = await browser.upload("/v/evidence", wanted, soc2);
  expect(report.path).toMatch(/^\/vendor\/reports\/evd_/);
  expect(report.html).toContain("Confirm these answers");
  const form = formIn(report.html);
  expect(form["value:core-security#mfa_staff"]).toBe("all");
  const confirmed = await browser.post(report.path, form);
  expect(confirmed.path).toBe("/vendor/reports");
  const [, saved] = /Your reports saved (\d+) of (\d+) questions/.exec(confirmed.html) ?? [];
  expect(Number(saved)).toBeGreaterThan(10);
  expect(Number(saved)).toBeLessThanOrEqual(Number(possible));
  const after = await browser.get("/vendor");
  expect(after.html).toContain(`${saved} by your reports`);
  expect(after.html).toContain(`Your reports saved ${saved} of ${of} questions`);
  expect((await browser.get("/vendor/sections/core-security~access")).html).toContain("From “soc2 2026.pdf”, chapter 4, confirmed by you.");
  expect((await browser.get("/vendor/copy")).html).toContain("covered by soc2 2026.pdf, chapter 4");
});

/** Where the error summary of a page leads, and whether that is a control of the page. */
function linkedFrom(html: string): [href: string | undefined, isThere: boolean] {
  const [, id] = /role="alert"[\s\S]*?<a href="#([^"]+)"/.exec(html) ?? [];
  return [id, inputsOf(html).some((tag) => attributeOf(tag, "id") === id)];
}

it("keeps what was chosen when the upload is refused, says what is wrong, and leads to the field it is wrong in", async () => {
  const undated = await browser.upload("/v/evidence", { ...wanted, startsOn: "" }, soc2);
  expect(undated.path).toMatch(/^\/vendor\/reports\?upload-error=/);
  expect(undated.html).toContain("Enter the date of the report.");
  expect(undated.html).toContain("<title>Error: ");
  expect(linkedFrom(undated.html)).toEqual(["f-startsOn", true]);
  const early = await browser.upload("/v/evidence", { ...wanted, startsOn: "2031-01-01" }, soc2);
  expect(early.html).toContain("This date has not come yet.");
  expect(linkedFrom(early.html)).toEqual(["f-startsOn", true]);
  const unsaid = await browser.upload("/v/evidence", { ...wanted, kind: "" }, soc2);
  expect(linkedFrom(unsaid.html)).toEqual(["f-kind", true]);
  const noPdf = await browser.upload("/v/evidence", wanted, { ...soc2, name: "soc2.exe", bytes: Buffer.from("MZ") });
  expect(linkedFrom(noPdf.html)).toEqual(["f-file", true]);
  expect(noPdf.html).toMatch(/<input[^>]*value="soc2-t2"[^>]*checked|<input[^>]*checked[^>]*value="soc2-t2"/);
  expect(noPdf.html).toContain('value="2026-09-30"');
});

it("keeps every change when an explanation is missing, and names the question", async () => {
  const report = await browser.upload("/v/evidence", { ...wanted, kind: "pci-aoc-sp" }, { ...soc2, name: "aoc.pdf", bytes: aPdf("AoC") });
  const form = formIn(report.html);
  const explained = inputsOf(report.html).find((tag) => tag.includes("data-more") && attributeOf(tag, "value"))!;
  const field = attributeOf(explained, "name")!;
  const key = field.replace("value:", "");
  const refused = await browser.post(report.path, { ...form, [field]: attributeOf(explained, "value")!, [`page:${key}`]: "<b>12</b>" });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("explain this answer");
  expect(refused.html).toContain("&lt;b&gt;12&lt;/b&gt;");
  expect(refused.html).toContain('value="chapter 4"');
  const strange = await browser.post(report.path, { ...form, "value:core-security#mfa_staff#": "all", stranger: "1" });
  expect(strange.status).toBe(422);
});

it("warns before a report is taken back from the page of its section, and only then opens its answers again", async () => {
  const before = /A report can save you \d+ of \d+ questions/.exec((await browser.get("/vendor")).html)?.[0] ?? "nothing";
  const report = await browser.upload("/v/evidence", wanted, soc2);
  const confirmed = await browser.post(report.path, formIn(report.html));
  expect(confirmed.html).toContain("Your reports saved");
  const section = "/vendor/sections/core-security~access";
  const page = await browser.get(section);
  const [, id] = /value="withdraw:(evd_\w+)"/.exec(page.html) ?? [];
  expect(report.path).toBe(`/vendor/reports/${id}`);
  const warned = await browser.post(section, { next: `withdraw:${id}` });
  expect(warned.path).toMatch(new RegExp(`^/vendor/reports/${id}`));
  expect(warned.html).toMatch(/\d+ answers rest on it alone and become open again/);
  expect((await browser.get("/vendor/reports")).html).toContain("Your reports saved");
  const back = await browser.post(`/vendor/reports/${id}`, { intent: "take-back" });
  expect(back.path).toBe("/vendor/reports");
  expect(back.html).not.toContain("Your reports saved");
  expect((await browser.get("/vendor")).html).toContain(before);
});
