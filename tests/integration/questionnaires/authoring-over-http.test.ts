// An officer writes a questionnaire in the portal without script, on both engines: from nothing to the Send screen; and what two windows,
// hostile words and other roles meet on the way.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Role } from "#app/domain/access/roles.ts";
import { publishShippedQuestionnaires } from "#app/server/questionnaires/publish-shipped-questionnaires.server.ts";
import { registerVendor } from "#app/server/vendors/register-vendor.server.ts";
import { onEveryServer } from "#tests/support/engines.ts";
import { changed, type FormFields, fieldsOf, revisionIn } from "#tests/support/form-fields.ts";
import { aQuestionnaireText } from "#tests/support/questionnaires.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";

onEveryServer("writing a questionnaire", 5, (engine) => {
  let served: ServedWorld;
  const cookies: Partial<Record<Role, string>> = {};

  beforeAll(async () => {
    served = await aServedWorld({ engine: engine as "sqlite" | "postgres" });
    const { portal, organisationId, clock } = served.world;
    await publishShippedQuestionnaires(portal, organisationId, clock.now());
    for (const role of ["compliance_officer", "procurement"] as const) cookies[role] = await served.staffCookie([role]);
  });
  afterAll(() => served.close());

  async function get(path: string, role: Role = "compliance_officer") {
    const response = await fetch(served.server.origin + path, { headers: { Cookie: cookies[role]! }, redirect: "manual" });
    return { status: response.status, html: (await response.text()).replaceAll("<!-- -->", "") };
  }

  async function post(path: string, fields: Record<string, string | readonly string[]>, role: Role = "compliance_officer") {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each as string);
    const headers = { Cookie: cookies[role]!, Origin: served.server.origin, "Sec-Fetch-Site": "same-origin" };
    const response = await fetch(served.server.origin + path, { method: "POST", body, headers, redirect: "manual" });
    const html = (await response.text()).replaceAll("<!-- -->", "");
    return { status: response.status, to: response.headers.get("Location") ?? "", html };
  }

  async function send(path: string, fields: FormFields) {
    const grouped: Record<string, string[]> = {};
    for (const [name, value] of fields) grouped[name] = [...(grouped[name] ?? []), value];
    return await post(path, grouped);
  }

  const begin = async (title: string): Promise<string> =>
    (await post("/questionnaires/new", { start: "empty", title, language: "en", base: "" })).to;

  async function addSection(draft: string, title: string) {
    const revision = revisionIn((await get(`${draft}/section`)).html);
    return await post(`${draft}/section`, { revision, id: "", "title-en": title, weight: "3" });
  }

  async function addQuestion(draft: string, section: string, text: string, type: string) {
    const path = `${draft}/add-question/${section}`;
    return await post(path, { revision: revisionIn((await get(path)).html), id: "", type, "text-en": text });
  }

  it("leads from nothing over section, questions, condition and knock-out to a published version that can be sent", async () => {
    const draft = await begin("Courier check");
    expect(draft).toMatch(/^\/questionnaires\/drafts\/qnd_\w+$/);
    expect((await get(draft)).html).toContain("No section yet");
    expect((await addSection(draft, "Parcels")).to).toBe(`${draft}/add-question/parcels`);
    const gate = await addQuestion(draft, "parcels", "Do you store parcels overnight?", "boolean");
    expect(gate.to).toBe(`${draft}/question/store_parcels_overnight`);
    const second = (await addQuestion(draft, "parcels", "Is the store locked and watched?", "choice")).to;

    // A knock-out with a cap and a finding, on the question's own form.
    const form = await get(second);
    const saved = await send(
      second,
      changed(fieldsOf(form.html, 'name="text-en"'), {
        isKnockOut: "on",
        capScore: "69",
        severity: "high",
        "finding-en": "Parcels lie open",
        na: "no",
        "guidance-en": "A lock and a camera count.",
      }),
    );
    expect(saved.to).toBe(`${second}?saved`);

    // The condition, in two steps without script.
    const builder = `${draft}/condition/question/store_locked_watched`;
    const chosen = `${builder}?subject=q:store_parcels_overnight`;
    const step = await get(chosen);
    expect(step.html).toContain("Do you store parcels overnight?");
    const condition = {
      revision: revisionIn(step.html),
      subject: "q:store_parcels_overnight",
      row: "",
      operator: "in",
      ticked: ["true"],
      typed: "",
      isAnswered: "yes",
    };
    expect((await post(chosen, condition)).to).toBe(builder);
    expect((await get(draft)).html).toContain("Only when “Do you store parcels overnight?” is “Yes”");

    // What a condition rests on stays before it and stays.
    const overview = await get(draft);
    const moved = await post(draft, { revision: revisionIn(overview.html), intent: "question-down:store_parcels_overnight" });
    expect([moved.status, moved.html]).toEqual([422, expect.stringContaining("Is the store locked and watched?")]);
    const removed = await post(gate.to, { revision: revisionIn(overview.html), intent: "delete" });
    expect([removed.status, removed.html]).toEqual([422, expect.stringContaining("Conditions would break")]);

    const preview = await get(`${draft}/preview`);
    expect(preview.html).toContain("Is the store locked and watched?");
    const publishing = await get(`${draft}/publish`);
    const published = await post(`${draft}/publish`, { revision: revisionIn(publishing.html), intent: "publish" });
    expect([published.status, published.to]).toEqual([302, "/questionnaires/courier-check"]);
    expect((await get(draft)).status).toBe(404);

    const officer = await served.world.asPerson(["compliance_officer"], "Odile Marchbanks");
    const { engagementId } = await registerVendor(officer, {
      name: "Swift Courier",
      website: "https://courier.example",
      category: "other",
      contactName: "Florian Teasel",
      contactEmail: "florian@courier.example",
    });
    const use = await get("/questionnaires/courier-check/use");
    expect(use.html).toContain(`href="/engagements/${engagementId}/send?questionnaire=courier-check"`);
    const sending = await get(`/engagements/${engagementId}/send?questionnaire=courier-check`);
    expect(sending.html).toMatch(/<input[^>]*checked[^>]*value="courier-check"|<input[^>]*value="courier-check"[^>]*checked/);
  });

  it("tells the second of two windows, keeps what was typed there, and overwrites nothing", async () => {
    const draft = await begin("Two windows");
    await addSection(draft, "First");
    const path = (await addQuestion(draft, "first", "Who has a key?", "text")).to;
    const fields = fieldsOf((await get(path)).html, 'name="text-en"');
    expect((await send(path, changed(fields, { "text-en": "Who has a key to the store?" }))).status).toBe(302);
    const late = await send(path, changed(fields, { "text-en": "Who holds the keys?" }));
    expect(late.status).toBe(409);
    expect(late.html).toContain("Nothing was saved or overwritten");
    expect(late.html).toContain("Who holds the keys?");
    expect((await get(draft)).html).toContain("Who has a key to the store?");
    // Looked at and saved again, the later words stand; and they can be taken back.
    const again = await send(path, changed(fields, { "text-en": "Who holds the keys?", revision: revisionIn(late.html) }));
    expect(again.status).toBe(302);
    const undone = await post(draft, { revision: revisionIn((await get(draft)).html), intent: "undo" });
    expect(undone.to).toBe(draft);
    expect((await get(draft)).html).toContain("Who has a key to the store?");
  });

  it("shows hostile words as words, and refuses what no file could hold, with the field and what was typed", async () => {
    const hostile = `"><script>alert(1)</script> {q: x} - 'yes' #${"W".repeat(300)} \u202eabc`;
    const draft = await begin(`<b>${hostile.slice(0, 150)}`);
    await addSection(draft, hostile);
    const { html } = await get(draft);
    expect(html).not.toContain("<script>alert(1)");
    expect(html).toContain("&lt;script&gt;alert(1)");
    const path = `${draft}/section`;
    const wrong = await post(path, { revision: revisionIn(html), id: "9 lives", "title-en": "Kept words", weight: "heavy" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Error: New section");
    expect(wrong.html).toContain("Kept words");
    expect(wrong.html).toContain('value="heavy"');
    expect(wrong.html).toContain('href="#f-weight"');
    expect((await post(path, { revision: revisionIn(html), id: "", "title-en": "x\0y", weight: "1" })).status).toBe(422);
    expect((await post(path, { revision: revisionIn(html), id: "", "title-en": "ok", weight: "1", isAdmin: "1" })).status).toBe(422);
  });

  it("takes up a file for editing, keeps it a month from then on, and writes a new version with a note on what changed", async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ kind: "vouchsafe", id: "", version: "", license: "", pick: "" })) body.append(name, value);
    body.append("file", new Blob([aQuestionnaireText("keys")]), "keys.yaml");
    const headers = { Cookie: cookies.compliance_officer!, Origin: served.server.origin, "Sec-Fetch-Site": "same-origin" };
    const upload = await fetch(`${served.server.origin}/questionnaires/import/file`, { method: "POST", body, headers, redirect: "manual" });
    const report = upload.headers.get("Location")!;
    const editor = (await post(report, { intent: "edit" })).to;
    expect(editor).toBe(report.replace("/import/", "/drafts/"));
    served.world.clock.advance({ days: 20 });
    for (const role of ["compliance_officer", "procurement"] as const) cookies[role] = await served.staffCookie([role]);
    expect((await get(editor)).html).toContain("Kept until");
    await post(`${editor}/publish`, { revision: "0", intent: "publish" });

    const next = (await post("/questionnaires/new", { start: "version", base: "keys", title: "", language: "en" })).to;
    const form = await get(`${next}/question/mfa`);
    await send(`${next}/question/mfa`, changed(fieldsOf(form.html, 'name="text-en"'), { weight: "5" }));
    const asked = await get(`${next}/publish`);
    expect(asked.html).toContain("Make it 2.0.0");
    const refused = await post(`${next}/publish`, { revision: revisionIn(asked.html), intent: "publish" });
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining("The linter finds one error")]);
    await post(`${next}/publish`, { revision: revisionIn(asked.html), intent: "version" });
    const noted = await get(`${next}/publish`);
    await post(`${next}/publish`, {
      revision: revisionIn(noted.html),
      intent: "notes",
      noteOf: "mfa",
      noteEn: "Only the weight changed",
      noteDe: "Nur das Gewicht",
      carried: "0",
    });
    const last = await get(`${next}/publish?rescore`);
    expect(last.html).toContain("No vendor has submitted this questionnaire yet");
    expect((await post(`${next}/publish`, { revision: revisionIn(last.html), intent: "publish" })).to).toBe("/questionnaires/keys");
    expect((await get("/questionnaires/keys")).html).toContain("Only the weight changed");
  });

  it("is no business of procurement, who may use what is published", async () => {
    const draft = await begin("Not theirs");
    for (const path of ["/questionnaires/new", draft, `${draft}/section`, `${draft}/publish`])
      expect((await get(path, "procurement")).status).toBe(403);
    const { html } = await get("/questionnaires", "procurement");
    expect(html).not.toContain("/questionnaires/new");
    expect(html).not.toContain(draft);
    expect(html).toContain("/use");
  });
});
