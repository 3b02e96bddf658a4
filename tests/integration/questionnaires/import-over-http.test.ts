// The screens of an import as a browser without script uses them: the form, the report, publishing, and the file to take home.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Role } from "#app/domain/access/roles.ts";
import { aQuestionnaireText } from "#tests/support/questionnaires.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";

let served: ServedWorld;
const cookies: Partial<Record<Role, string>> = {};

beforeAll(async () => {
  served = await aServedWorld();
  for (const role of ["compliance_officer", "procurement"] as const) cookies[role] = await served.staffCookie([role]);
});
afterAll(() => served.close());

const headersOf = (role: Role) => ({ Cookie: cookies[role]!, Origin: served.server.origin, "Sec-Fetch-Site": "same-origin" });

async function get(path: string, role: Role = "compliance_officer") {
  const response = await fetch(served.server.origin + path, { headers: { Cookie: cookies[role]! }, redirect: "manual" });
  return { status: response.status, headers: response.headers, html: (await response.text()).replaceAll("<!-- -->", "") };
}

/** Where the form leads. */
async function send(
  text: string | Uint8Array | null,
  fields: Record<string, string> = {},
  role: Role = "compliance_officer",
  extensions: Record<string, string> = {},
): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ kind: "vouchsafe", id: "", version: "", license: "", pick: "", ...fields }))
    body.append(name, value);
  body.append("file", new Blob([(text ?? "") as BlobPart]), text === null ? "" : "shop-check.yaml");
  for (const [name, content] of Object.entries(extensions)) body.append("extensions", new Blob([content]), name);
  if (Object.keys(extensions).length === 0) body.append("extensions", new Blob([]), "");
  const init = { method: "POST", body, headers: headersOf(role), redirect: "manual" } as const;
  const answer = await fetch(`${served.server.origin}/questionnaires/import/file`, init);
  expect(answer.status).toBe(303);
  return answer.headers.get("Location") ?? "";
}

const press = (path: string, intent: string, role: Role = "compliance_officer") =>
  fetch(served.server.origin + path, {
    method: "POST",
    body: new URLSearchParams({ intent }),
    headers: headersOf(role),
    redirect: "manual",
  });

async function rows() {
  const { db, t } = served.world.store.read;
  return [await db.$count(t.questionnaireDrafts), await db.$count(t.questionnaireVersions)];
}

it("leads from the file over the report to the questionnaire's own page, whose file comes back byte for byte", async () => {
  const text = `\uFEFF${aQuestionnaireText("shop-check")}`;
  const report = await send(text);
  expect(report).toMatch(/^\/questionnaires\/import\/qnd_\w+$/);
  const page = await get(report);
  expect(page.html).toContain("Nothing is published yet");
  expect(page.html).toContain("1.0.0, the first");
  expect((await get("/questionnaires/import")).html).toContain(`href="${report}"`);
  const preview = await get(`/questionnaires/drafts/${report.split("/").at(-1)}/preview`);
  for (const told of ["It tells us what could be lost.", "Tick all that reaches you, also by mail or in a portal."])
    expect(preview.html).toContain(told);
  const published = await press(report, "publish");
  expect([published.status, published.headers.get("Location")]).toEqual([302, "/questionnaires/shop-check"]);
  expect((await get("/questionnaires/shop-check")).html).toContain('href="/questionnaires/shop-check/file"');
  expect((await get("/questionnaires")).html).toContain('href="/questionnaires/shop-check"');
  const file = await fetch(`${served.server.origin}/questionnaires/shop-check/file`, { headers: { Cookie: cookies.procurement! } });
  expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(text, "utf8"))).toBe(true);
  expect(file.headers.get("Content-Disposition")).toContain('attachment; filename="shop-check-1.0.0.yaml"');
  expect(file.headers.get("Content-Security-Policy")).toContain("sandbox");
  expect((await get("/questionnaires/shop-check/file?version=7.0.0")).status).toBe(404);
});

it("shows what another tool's file loses, hands out what would be published, and forgets it when it is discarded", async () => {
  const before = await rows();
  const report = await send(readFileSync("tests/fixtures/import/ciso-everything.yaml"), { kind: "ciso-assistant", id: "card-check" });
  const { html } = await get(report);
  expect(html).toContain("What is lost");
  expect(html).toContain("line 12, objects.threats");
  expect((await get(`${report}/file`)).html).toContain("id: card-check");
  const preview = `/questionnaires/drafts/${report.split("/").at(-1)}/preview`;
  expect(html).toContain(`href="${preview}"`);
  expect((await get(preview)).html).toContain(`href="${report}"`);
  expect((await get(`${report}/file`, "procurement")).status).toBe(403);
  const discarded = await press(report, "discard");
  expect(discarded.headers.get("Location")).toBe("/questionnaires/import");
  expect((await get(report)).status).toBe(404);
  expect((await press(report, "publish")).status).toBe(404);
  expect(await rows()).toEqual(before);
});

it("says on the form what is wrong with a file, where and how to mend it, keeps what was typed, and leaves nothing", async () => {
  const before = await rows();
  const back = await send(readFileSync("tests/fixtures/questionnaires/unknown-field.yaml"));
  const { html } = await get(back);
  expect(html).toContain("<title>Error: Import");
  expect(html).toContain("shop-check.yaml:15:80: error: “guidence” is not part of vrq/1 here. Did you mean “guidance”?");
  const wrongVersion = await get(await send("{}", { kind: "oscal", version: "one" }));
  expect(wrongVersion.html).toContain('value="one"');
  const sentences: [Promise<string>, string][] = [
    [send("x", { kind: "spreadsheet" }), "Choose what kind of file it is."],
    [send("x", { status: "published" }), "This field is not part of the form."],
    [send(new Uint8Array(1024 * 1024 + 1)), "The file is larger than the 1 MiB a file of this kind may have."],
    [send(new Uint8Array(8 * 1024 * 1024 + 1), { kind: "oscal" }), "The file is larger than the 8 MB allowed."],
  ];
  for (const [answer, says] of sentences) expect(new URLSearchParams((await answer).split("?")[1]).get("upload-error")).toContain(says);
  expect(await rows()).toEqual(before);
});

const base = JSON.stringify({
  questionnaire: [{ type: "block", text: "Made", items: [{ type: "line", id: "one", text: "One?" }] }],
});
const extension = (id: string, after: string) =>
  JSON.stringify({ version: 1, extensions: [{ type: "line", id, text: `${id}?`, insertAfter: after, colour: "red" }] });

it("takes a Google VSAQ file with its extension files, applies them in their order, and names each in the report", async () => {
  const files = { "two.json": extension("two", "one"), "three.json": extension("three", "two") };
  const report = await send(base, { kind: "vsaq", id: "extended" }, "compliance_officer", files);
  const { html } = await get(report);
  expect(html).toContain("Read from shop-check.yaml, two.json, three.json.");
  expect(html).toContain("two.json line 1, extensions[0].colour");
  expect(html).toContain("three.json line 1, extensions[0].colour");
  const yaml = (await get(`${report}/file`)).html;
  expect([...yaml.matchAll(/- id: (\w+)\n {8}type/g)].map(([, id]) => id)).toEqual(["one", "two", "three"]);
  const { auditEntries: t } = served.world.store.read.t;
  const entries = await served.world.store.read.db.select().from(t);
  const drafted = entries.filter(({ objectId }) => objectId === report.split("/").at(-1));
  expect(drafted.map(({ entry }) => entry)).toEqual([expect.stringMatching(/"extensionSha256s":\["[0-9a-f]{64}","[0-9a-f]{64}"\]/)]);
  await press(report, "discard");
});

it("tells sections of one title apart, in the preview as in the editor", async () => {
  const block = (id: string) => ({ type: "block", text: "Access", items: [{ type: "line", id, text: `${id}?` }] });
  const report = await send(JSON.stringify({ questionnaire: [{ type: "block", text: "All", items: ["one", "two"].map(block) }] }), {
    kind: "vsaq",
    id: "doubled",
  });
  const draft = `/questionnaires/drafts/${report.split("/").at(-1)}`;
  for (const page of [`${draft}/preview`, draft]) {
    const { html } = await get(page);
    expect([page, ...new Set(html.match(/Access \(\d\)/g))]).toEqual([page, "Access (1)", "Access (2)"]);
  }
  await press(report, "discard");
});

it("refuses extension files that do not fit, naming them, and leaves nothing", async () => {
  const before = await rows();
  const five = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.json`, extension(`x${n}`, "one")]));
  const sending = (text: string | null, kind: string, files: Record<string, string>) => send(text, { kind }, "compliance_officer", files);
  for (const [answer, says] of [
    [sending(base, "vsaq", { "broken.json": "{" }), "broken.json"],
    [sending(base, "vsaq", { "large.json": " ".repeat(1024 * 1024 + 1) }), "large.json: The file is larger than the 1 MiB"],
    [sending(base, "vsaq", { ...five, "6.json": extension("x6", "one") }), "Send at most 6 files at a time."],
    [sending(null, "vsaq", { "1.json": five["1.json"]! }), "Extension files change another file: choose that file, too."],
    [sending("{}", "oscal", { "1.json": five["1.json"]! }), "A file of kind oscal has no extensions."],
    [sending(aQuestionnaireText("mine"), "vouchsafe", { "1.json": "{}" }), "A Vouchsafe file has no extension files."],
    [send(null), "Choose a file first."],
  ] as const)
    expect(new URLSearchParams((await answer).split("?")[1]).get("upload-error")).toContain(says);
  expect(await rows()).toEqual(before);
});

it("answers 409 with words to a version that is not newer, and 422 to a file the linter finds an error in", async () => {
  const old = await send(aQuestionnaireText("twice"));
  await press(await send(aQuestionnaireText("twice")), "publish");
  const late = await press(old, "publish");
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("1.0.0 is not newer")]);
  const faulty = await press(await send(readFileSync("tests/fixtures/questionnaires/knock-out-without-cap.yaml")), "publish");
  expect([faulty.status, await faulty.text()]).toEqual([422, expect.stringContaining("The linter finds one error.")]);
});

it("offers none of it to procurement", async () => {
  const before = await rows();
  expect((await get("/questionnaires", "procurement")).html).not.toContain("/questionnaires/import");
  expect((await get("/questionnaires/import", "procurement")).status).toBe(403);
  expect(await send(aQuestionnaireText("mine"), {}, "procurement")).toContain("upload-error=You+do+not+have+this+right");
  expect(await rows()).toEqual(before);
});
