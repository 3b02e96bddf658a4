// The compliance side of the journey: every document opened, some verified, every answer determined, the review closed, the decision
// signed twice; risks an approval needs accepted are accepted by who may.
import type { EvidenceKind } from "#app/domain/evidence/evidence-kinds.ts";
import { valueField } from "#app/domain/evidence/worksheets/read-worksheet.ts";
import { worksheetCodes } from "#app/domain/evidence/worksheets/worksheet.ts";
import { worksheetOf } from "#app/domain/evidence/worksheets/worksheets.ts";
import { inventedWorksheet } from "../demo/worksheets.ts";
import type { Answer, HttpBrowser } from "../http-browser.ts";
import { press } from "./forms.ts";
import { find, must, unescapeHtml } from "./pages.ts";
import type { Cast } from "./people.ts";

export async function review({ officer, secondOfficer }: Cast, vendorId: string, assessmentId: string): Promise<void> {
  const path = `/assessments/${assessmentId}/review`;
  let page = await officer.get(path);
  must(page.status === 200, "the review opens", page);
  const sections = [
    ...new Set(
      [...page.html.matchAll(/[?&](?:amp;)?section=([^"&#]+)/g)].map(([, key]) => decodeURIComponent(unescapeHtml(key as string))),
    ),
  ];
  must(sections.length > 0, "the review lists its sections", page);
  const documents = await officer.get(`/vendors/${vendorId}/evidence`);
  const ids = [...new Set([...documents.html.matchAll(/(evd_\w+)/g)].map(([, id]) => id as string))];
  must(ids.length > 0, "the vendor's documents are listed", documents);
  for (const [index, id] of ids.entries()) {
    const file = await officer.get(`/evidence/${id}/file`);
    must(
      file.status === 200 && file.headers.get("Content-Disposition")?.startsWith("attachment") === true,
      "a document is handed out as an attachment",
      file,
    );
    if (index % 2 === 1) continue;
    const verified = await verify(officer, path, id);
    must(verified.status === 200, "a document is marked as verified", verified);
  }
  for (const section of sections) {
    page = await officer.get(`${path}?section=${encodeURIComponent(section)}`);
    for (const [, key] of page.html.matchAll(/name="questionKey" value="([^"]+)"/g))
      await determine(officer, secondOfficer, path, unescapeHtml(key as string), page);
  }
  page = await officer.post(path, { intent: "close" });
  must(page.status === 200, "the review is closed", page);
}

/** Where the document has a worksheet, what was read off it is typed in there. */
async function verify(officer: HttpBrowser, review: string, id: string): Promise<Answer> {
  const page = await officer.get(`/evidence/${id}`);
  const code = worksheetCodes.find((each) => page.html.includes(`name="${valueField(Object.keys(worksheetOf(each).fields)[0]!)}"`));
  if (code === undefined) return officer.post(review, { intent: "verify", evidenceId: id, how: "document", page: "1", note: "" });
  const clock = valueField(worksheetOf(code).clock);
  const typed = inventedWorksheet(code, {
    kind: find(page, /<option(?=[^>]*\sselected)[^>]*value="([a-z0-9-]+)"/, "the kind of the document") as EvidenceKind,
    vendor: find(page, /href="\/vendors\/[^"]+\/evidence"[^>]*>([^<]+)/, "the vendor"),
    service: find(page, /The service we buy: <b>([^<]+)/, "the service"),
    on: find(page, new RegExp(`<input(?=[^>]*name="${clock}")[^>]*value="([\\d-]+)"`), "the day its uploader gave"),
  });
  return press(officer, page, "Mark as verified", Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, values ?? []])));
}

async function determine(
  officer: HttpBrowser,
  secondOfficer: HttpBrowser,
  path: string,
  questionKey: string,
  section: Answer,
): Promise<void> {
  if (determined.get(section)?.has(questionKey)) return;
  determined.set(section, (determined.get(section) ?? new Set()).add(questionKey));
  const form = { intent: "determine", questionKey, verdict: "accepted", reason: "It holds for the service we buy.", note: "" };
  const accepted = await officer.post(path, form);
  if (accepted.status === 403) await secondOfficer.post(path, form);
}

/** A question stands in several forms of its page. */
const determined = new WeakMap<Answer, Set<string>>();

export async function decide(cast: Cast, assessmentId: string): Promise<Answer> {
  const path = `/assessments/${assessmentId}/decide`;
  for (let round = 0; round < 30; round += 1) {
    const page = await cast.officer.get(path);
    const subject =
      /name="subject" value="([^"]+)"/.exec((await cast.approver.get(path)).html)?.[1] ??
      /name="subject" value="([^"]+)"/.exec((await cast.procurement.get(path)).html)?.[1];
    const waiting = /name="riskAcceptanceId" value="([^"]+)"/.exec(page.html)?.[1];
    if (waiting)
      must(
        (await cast.secondOfficer.post(path, { intent: "countersign-acceptance", riskAcceptanceId: waiting })).status === 200,
        "a risk acceptance is countersigned",
      );
    else if (subject) await accept(cast, path, unescapeHtml(subject));
    else break;
  }
  const form = await cast.officer.get(path);
  const signed = await press(cast.officer, form, "Sign decision", {
    outcome: "approved",
    rationale: "Good answers, proven by current documents.",
  });
  must(signed.status === 200, "the decision is signed", signed);
  const waiting = await cast.approver.get(path);
  if (!/value="countersign"/.test(waiting.html)) return signed;
  const second = await press(cast.approver, waiting, /second signature|countersign/i);
  must(second.status === 200, "the second signature is given", second);
  return second;
}

async function accept({ approver, procurement }: Cast, path: string, subject: string): Promise<void> {
  const form = { intent: "propose", subject, reason: "The shop cannot sell without this service until the remedy is done." };
  for (const who of [approver, procurement]) {
    const page = await who.get(path);
    if (!page.html.includes("Accept this risk")) continue;
    const expiresOn = find(page, /<input(?=[^>]*name="expiresOn")[^>]*\bmax="([\d-]+)"/, "the last day of an acceptance");
    if ((await who.post(path, { ...form, expiresOn })).status === 200) return;
  }
  must(false, `the risk ${subject} is accepted by somebody`);
}
