// The way of a workbook as a browser without script goes it: down from the first page, up through a form, the report, saved.
import { afterAll, beforeAll, expect, it } from "vitest";
import { formOf } from "#app/server/questionnaires/questionnaire-versions.queries.server.ts";
import { filledIn, type Typed } from "#tests/support/own-workbooks.ts";
import { aSentAssessment, type SentAssessment } from "#tests/support/sending.ts";
import { aServedWorld, type ServedWorld } from "#tests/support/served-world.ts";

let served: ServedWorld;
let sent: SentAssessment;
let cookie: string;

beforeAll(async () => {
  served = await aServedWorld();
  sent = await aSentAssessment(served.world);
  cookie = await served.vendorCookie(sent);
});
afterAll(() => served.close());

const get = async (path: string, as = cookie) => fetch(served.server.origin + path, { headers: { Cookie: as }, redirect: "manual" });
const pageAt = async (path: string) => (await (await get(path)).text()).replaceAll("<!-- -->", "");
const post = (path: string, body: FormData | URLSearchParams, as = cookie) =>
  fetch(served.server.origin + path, {
    method: "POST",
    body,
    headers: { Cookie: as, Origin: served.server.origin, "Sec-Fetch-Site": "same-origin" },
    redirect: "manual",
  });

function formWith(bytes: Uint8Array | undefined): FormData {
  const form = new FormData();
  form.append("file", bytes ? new Blob([bytes as BlobPart]) : new Blob([]), bytes ? "questionnaire-filled.xlsx" : "");
  return form;
}

it("leads from the first page over the report to the check, where the answers stand", async () => {
  expect(await pageAt("/vendor")).toMatch(/href="\/v\/workbook\/file"[^>]*>Download workbook</);
  const file = await get("/v/workbook/file?language=de");
  expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; filename="fragebogen-.*\.xlsx"/);
  const bytes = new Uint8Array(await (await get("/v/workbook/file")).arrayBuffer());
  const { keys } = await formOf(served.server.portal, served.world.store.read, served.world.organisationId, sent.assessmentId);
  const typed: Record<string, Typed> = Object.fromEntries(
    keys.map((key) => [key, { answer: "We do not answer this", reason: "No <b>comment" }]),
  );
  const up = await post("/v/workbook", formWith(filledIn(bytes, typed)));
  expect(up.status).toBe(303);
  const report = up.headers.get("Location")!;
  expect(report).toMatch(/^\/vendor\/workbook\/wbk_\w+$/);
  const html = await pageAt(report);
  for (const words of ["Check your workbook", "Nothing is saved yet", "Save these answers", "No &lt;b&gt;comment"])
    expect(html).toContain(words);
  expect(await pageAt("/vendor/workbook")).toContain(`href="${report}"`);
  const other = await aSentAssessment(served.world, { name: "Fernhollow" });
  const theirs = await served.vendorCookie(other);
  expect((await get(report, theirs)).status).toBe(404);
  expect((await post(report, new URLSearchParams({ intent: "save" }), theirs)).status).toBe(404);
  expect((await post(report, new URLSearchParams({ intent: "save", extra: "1" }))).status).toBe(422);
  const saved = await post(report, new URLSearchParams({ intent: "save" }));
  expect([saved.status, saved.headers.get("Location")]).toEqual([302, expect.stringMatching(/^\/vendor\/check\?saved=\d+&documents=0$/)]);
  const check = await pageAt(saved.headers.get("Location")!);
  expect(check).toContain("answers saved from your workbook");
  expect(check).toContain("Nothing is missing.");
  expect((await get(report)).status).toBe(404);
});

it("brings a refusal back to the form, in words and escaped", async () => {
  for (const [bytes, says] of [
    [undefined, "Choose a file first."],
    [Buffer.from("PK\u0003\u0004 broken"), "The file is damaged"],
    [Buffer.alloc(5 * 1024 * 1024, 1), "This is no Excel workbook"],
  ] as const) {
    const answer = await post("/v/workbook", formWith(bytes));
    const back = answer.headers.get("Location")!;
    expect(back).toContain("/vendor/workbook?upload-error=");
    expect(await pageAt(back)).toContain(says);
  }
});

it("gives procurement the questions without answers, and the approver nothing", async () => {
  const path = `/assessments/${sent.assessmentId}/workbook`;
  const blank = await get(path, await served.staffCookie(["procurement"]));
  expect([blank.status, blank.headers.get("Content-Security-Policy")]).toEqual([200, expect.stringContaining("sandbox")]);
  expect((await get(path, await served.staffCookie(["approver"]))).status).toBe(403);
});

it("lets procurement bring the filled workbook in for the vendor", async () => {
  const buyer = await served.staffCookie(["procurement"]);
  const { assessmentId } = await aSentAssessment(served.world, { name: "Saltmarsh" });
  const page = `/assessments/${assessmentId}/from-workbook`;
  const bytes = new Uint8Array(await (await get(`/assessments/${assessmentId}/workbook?language=de`, buyer)).arrayBuffer());
  const { keys } = await formOf(served.server.portal, served.world.store.read, served.world.organisationId, assessmentId);
  const typed: Record<string, Typed> = { [keys[0]!]: { answer: "We do not answer this", reason: "By phone only" } };
  const up = await post(`/assessments/${assessmentId}/workbook`, formWith(filledIn(bytes, typed)), buyer);
  const report = up.headers.get("Location")!;
  expect(report).toMatch(new RegExp(`^${page}/wbk_`));
  expect(await (await get(report, buyer)).text()).toContain("By phone only");
  const saved = await post(report, new URLSearchParams({ intent: "save" }), buyer);
  expect(saved.headers.get("Location")).toBe(`${page}?filled=1`);
  expect(await (await get(`${page}?filled=1`, buyer)).text()).toContain("One answer is filled in");
  const refused = await post(`/assessments/${assessmentId}/workbook`, formWith(bytes), await served.staffCookie(["approver"]));
  expect(refused.headers.get("Location")).toContain("upload-error=");
});
