// A vendor that reads German, in a browser without script: every page of the portal, its questions and its refusals.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textIn } from "#app/domain/questionnaire/questionnaire.ts";
import { en } from "#app/i18n/en.ts";
import { messages } from "#app/i18n/messages.ts";
import { getAssessment } from "#app/server/assessments/assessments.queries.server.ts";
import { prepareAnswers } from "#app/server/assessments/on-behalf/prepare-answers.server.ts";
import { readVendorState } from "#app/server/assessments/portal/refresh-progress.step.server.ts";
import { recordDetermination } from "#app/server/assessments/review/record-determination.server.ts";
import { sendClarifications } from "#app/server/assessments/review/send-clarifications.server.ts";
import { type Answer, type HttpBrowser, httpBrowser } from "#tests/support/http-browser.ts";
import { aPdf } from "#tests/support/sample-files.ts";
import { aSentAssessment, declineTheRest, emptyAnswer, type SentAssessment, startedBy } from "#tests/support/sending.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";
import { aCaiq } from "#tests/support/workbooks.ts";

const german = messages.de.portal;

let served: ServedWorld;
let sent: SentAssessment;
let browser: HttpBrowser;
/** Wording of the questionnaires in English that German words otherwise. */
let english: Set<string>;
let germanOf: Map<string, string>;

beforeAll(async () => {
  served = await aServedWorld();
  sent = await aSentAssessment(served.world, { questionnaireIds: ["starter", "core-security"] });
  const { portal, store, organisationId } = served.world;
  const { form } = await readVendorState(portal, store.read, await getAssessment(store.read, organisationId, sent.assessmentId));
  const texts = form.set.questions.flatMap(({ question }) => [
    question.text,
    ...(question.guidance ? [question.guidance] : []),
    ...Object.values(question.options ?? {}).map(({ label }) => label),
  ]);
  const own = texts.map((text) => [textIn(text, "en", "en"), textIn(text, "de", "en")] as const);
  const alsoGerman = new Set(own.map(([, de]) => de));
  english = new Set(
    [...own.map(([text]) => text), ...sentencesOf(en.portal), ...sentencesOf(en.kit)].filter((text) => !alsoGerman.has(text)),
  );
  germanOf = new Map(form.set.questions.map(({ question }, index) => [form.keys[index]!, textIn(question.text, "de", "en")]));
  browser = httpBrowser(served.server.origin);
});

afterAll(() => served.close());

/** Fixed texts of several words. */
function sentencesOf(node: unknown): string[] {
  if (typeof node === "string") return /[a-z] [a-z]/i.test(node) ? [node.trim()] : [];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(sentencesOf) : [];
}

const entities: Record<string, string> = { amp: "&", quot: '"', lt: "<", gt: ">", "#x27": "'" };

/** What a person reads of a page, one line per element, with the names of what is no text. */
function readable(html: string): string {
  const named = [...html.matchAll(/(?:aria-label|title|placeholder)="([^"]*)"/g)].map(([, text]) => text);
  const shown = html.replaceAll(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/g, "").replaceAll(/<[^>]+>/g, "\n");
  return [shown, ...named].join("\n").replaceAll(/&(amp|quot|lt|gt|#x27);/g, (_, name: string) => entities[name]!);
}

function expectGerman(page: Answer, status = 200): void {
  const text = readable(page.html);
  const lines = new Set(text.split("\n").map((line) => line.trim()));
  expect({
    path: page.path,
    status: page.status,
    lang: /<html lang="(\w+)"/.exec(page.html)?.[1],
    switch: />\s*English\s*</.test(page.html),
    left: [...english].filter((sentence) => lines.has(sentence)),
    words: [...lines].filter((line) => /\b(?:the|your|please|upload|answers?|questions?|error)\b/i.test(line)),
  }).toEqual({ path: page.path, status, lang: "de", switch: true, left: [], words: [] });
}

const titleOf = (page: Answer) => /<title>([^<]*)</.exec(page.html)?.[1];

const starter = (id: string) => `starter#${id}`;

describe("a vendor that reads German", () => {
  it("chooses it at the door, and keeps it after Start", async () => {
    const door = await browser.get(`/v/${sent.linkToken}`);
    expect(door.html).toContain('<html lang="en">');
    const [, href] = /<a href="(\?lang=de)" lang="de"[^>]*>Deutsch<\/a>/.exec(door.html) ?? [];
    const page = await browser.get(`/v/${sent.linkToken}${href}`);
    expectGerman(page);
    expect(titleOf(page)).toBe("Sicherheitsfragen zu Payments · Lantern Shop");
    const refused = await browser.post(`/v/${sent.linkToken}`, { name: " " });
    expectGerman(refused, 422);
    expect(titleOf(refused)).toMatch(/^Fehler: /);
    expect(refused.html).toContain(german.door.needsName);
    const opened = await browser.post(`/v/${sent.linkToken}`, { name: "Florian Teasel" });
    expect(opened.path).toBe("/vendor/sections/starter~basics");
    expectGerman(opened);
    expect(browser.cookie("__Host-vendor")).toBeDefined();
  });

  it("reads sections, questions, options and documents in German, and where the answers stand", async () => {
    const raw = { ...emptyAnswer, stands: "declined", reason: "So am Telefon gesagt" };
    await prepareAnswers(sent.buyer, sent.assessmentId, [{ questionKey: starter("training"), raw }]);
    const section = await browser.get("/vendor/sections/starter~basics");
    const shown = readable(section.html);
    const asked = [...section.html.matchAll(/data-question="([^"]+)"/g)].map(([, key]) => germanOf.get(key!)!);
    expect(asked.length).toBeGreaterThan(2);
    for (const text of asked) expect(shown).toContain(text);
    for (const path of [
      "",
      "/sections/starter~us?check",
      "/sections/core-security~access",
      "/prepared",
      "/check",
      "/ask",
      "/workbook",
      "/reports",
    ])
      expectGerman(await browser.get(`/vendor${path}`));
    const key = encodeURIComponent(starter("certificate"));
    for (const path of [`/vendor/ask/${key}`, `/vendor/evidence/${key}`]) expectGerman(await browser.get(path));
    const copy = await browser.get("/vendor/copy");
    expect(copy.headers.get("Content-Disposition")).toContain("antworten.txt");
    expect(copy.html).toMatch(/Stand 23\.\u00a0November\u00a02026, 09:00/);
    expect((await browser.get("/v/workbook/file")).headers.get("Content-Disposition")).toContain("fragebogen-");
  });

  it("is told in German what is wrong: with an answer, a document, a message, a signature, an address", async () => {
    const hours = starter("incident_hours");
    const wrong = await browser.post("/vendor/sections/starter~us", {
      [`base:${hours}`]: "0",
      [`value:${hours}`]: "bald",
      next: "continue",
    });
    expectGerman(wrong, 422);
    expect(titleOf(wrong)).toMatch(/^Fehler: /);
    expect(wrong.html).toContain("Geben Sie eine Zahl");
    expect(wrong.html).toContain('value="bald"');
    const script = await browser.post("/v/answer", { [`base:${hours}`]: "0", [`value:${hours}`]: "bald" });
    expect(JSON.parse(script.html).error.fields.value).toMatch(/^Geben Sie eine Zahl/);

    const back = `/vendor/evidence/${encodeURIComponent(starter("certificate"))}`;
    const form = { questionKey: starter("certificate"), back, kind: "iso27001", startsOn: "2026-01-01" };
    const noPdf = { name: "zertifikat.pdf", type: "application/pdf", bytes: Buffer.from("kein PDF") };
    const refused = await browser.upload("/v/evidence", form, noPdf);
    expectGerman(refused);
    expect(refused.html).toContain("Der Inhalt der Datei passt nicht zu ihrem Namen. Angenommen werden: PDF");
    const program = await browser.upload("/v/evidence", form, { ...noPdf, name: "zertifikat.exe" });
    expect(program.html).toContain(german.refusals.content.extension);
    const tomorrow = await browser.upload("/v/evidence", { ...form, startsOn: "2026-11-24" }, noPdf);
    expect(tomorrow.html).toContain(german.refusals.dayToCome);
    const mappe = await browser.upload("/v/workbook", {}, { ...noPdf, name: "mappe.xlsx" });
    expect(mappe.html).toContain("mappe.xlsx: Das ist keine Excel-Arbeitsmappe");
    expectGerman(mappe);

    const unsaid = await browser.post("/vendor/ask", { text: " " });
    expectGerman(unsaid, 422);
    expect(unsaid.html).toContain(german.messages.empty);
    const unsigned = await browser.post("/vendor/check", { name: "Florian Teasel", role: "" });
    expectGerman(unsigned, 422);
    expect(unsigned.html).toContain(german.check.needsRole);
    expectGerman(await browser.get("/vendor/sections/no~such"), 404);
    expectGerman(await browser.get("/vendor/correct/nothing"), 404);
  });

  it("takes reports, a workbook and a CAIQ, and reads in German what they would do", async () => {
    const wanted = { back: "/vendor/reports", next: "report", kind: "soc2-t2", startsOn: "2026-09-30" };
    const report = await browser.upload("/v/evidence", wanted, { name: "SOC 2.pdf", type: "application/pdf", bytes: aPdf("SOC 2") });
    expect(report.path).toMatch(/^\/vendor\/reports\/evd_/);
    expectGerman(report);
    expect(report.html).toContain("gültig bis 30.\u00a0Sep.\u00a02027");
    expectGerman(await browser.get("/vendor/reports"));
    const talked = aCaiq("4.0.3", { "CEK-03.1": { answer: "Yes" }, "HRS-11.1": { answer: "NA" }, "TVM-03.1": { answer: "No" } });
    const caiq = await browser.upload("/v/workbook", {}, { name: talked.name, type: "application/zip", bytes: talked.bytes });
    expect(caiq.path).toMatch(/^\/vendor\/caiq\/wbk_/);
    expectGerman(caiq);
  });

  it("comes back to the same page with what was typed when the language is switched in a section", async () => {
    const section = "/vendor/sections/starter~us";
    const hours = starter("incident_hours");
    const page = await browser.get(section);
    expect(page.html).toMatch(/<button[^>]*form="section"[^>]*formaction="\?lang=en"[^>]*>English/i);
    const switched = await browser.post(`${section}?lang=en`, { [`base:${hours}`]: "0", [`value:${hours}`]: "48", next: "stay" });
    expect(switched.path).toBe(section);
    expect(switched.html).toContain('<html lang="en">');
    expect(switched.html).toContain('value="48"');
    const refused = await browser.post(`${section}?lang=de`, { [`base:${hours}`]: "1", [`value:${hours}`]: "bald", next: "stay" });
    expectGerman(refused, 422);
    expect(refused.html).toContain('value="bald"');
    expectGerman(await browser.get(section));
  });

  it("submits, corrects and answers what is asked, in German to the end", async () => {
    const { world } = served;
    const vendor = await startedBy(world, sent.linkToken, "Florian Teasel");
    await browser.post("/vendor/prepared", { intent: "refuse", questionKey: starter("training") });
    await declineTheRest(world, vendor);
    expectGerman(await browser.get("/vendor/check"));
    const receipt = await browser.post("/vendor/check", { name: "Florian Teasel", role: "Leitung IT" });
    expect(receipt.path).toBe("/vendor/receipt");
    expectGerman(receipt);
    expect(receipt.html).toContain("Abgesendet von Florian Teasel, Leitung IT");
    const correct = `/vendor/correct/${encodeURIComponent(starter("mfa"))}`;
    expectGerman(await browser.get(correct));
    const why = await browser.post(correct, { intent: "why", text: "Wir meinten ein anderes Produkt." });
    expectGerman(why);
    const mfa = starter("mfa");
    const same = await browser.post(correct, {
      [`base:${mfa}`]: "1",
      [`value:${mfa}`]: "declined",
      [`reason:${mfa}`]: "Not our policy",
      name: "F",
      role: "IT",
    });
    expectGerman(same, 422);
    expect(same.html).toContain(german.correct.unchanged);
    const late = await browser.post("/vendor/sections/starter~basics", { next: "stay" });
    expectGerman(late, 409);
    expect(late.html).toContain(german.refusals.submitted);

    const officer = await world.asPerson(["compliance_officer"], "Odile");
    await recordDetermination(officer, sent.assessmentId, starter("backup"), { verdict: "clarify", reason: "Wie oft?" });
    await sendClarifications(officer, sent.assessmentId, { dueOn: "2026-12-10" });
    const asked = await browser.get("/vendor/receipt");
    expect(asked.html).toContain("Bitte antworten Sie bis 10.\u00a0Dez.");
    expectGerman(asked);
    expectGerman(await browser.get("/vendor/clarifications"));
    const unsigned = await browser.post("/vendor/clarifications", {
      [`base:${starter("backup")}`]: "1",
      [`value:${starter("backup")}`]: "declined",
      [`reason:${starter("backup")}`]: "Bleibt so",
      name: "",
      role: "IT",
    });
    expectGerman(unsigned, 422);
    expect(unsigned.html).toContain(german.check.needsName);
  });

  it("meets a closed door in German, while our own people keep their English", async () => {
    expectGerman(await browser.get(`/v/${"A".repeat(43)}`), 404);
    const language = browser.cookie("__Host-language");
    expect(language).toBe("de");
    const staff = await fetch(`${served.server.origin}/vendors`, {
      headers: { Cookie: `${await served.staffCookie(["procurement"])}; __Host-language=de`, "Accept-Language": "de" },
    });
    const vendors = await staff.text();
    expect(vendors).toContain('<html lang="en">');
    expect(vendors).toContain("Add vendor");
    const signedOut = await fetch(`${served.server.origin}/vendor/signed-out`, { headers: { "Accept-Language": "de-CH, en;q=0.5" } });
    expect(await signedOut.text()).toContain(german.signedOut.title);
  });
});
