// The vendor's side of the journey, as a browser without script does it: door, Start, section by section, documents, check, submit.
import { cellName, fieldName } from "#app/domain/assessment/answer-names.ts";
import type { AnswerValue } from "#app/domain/questionnaire/answer.ts";
import type { Answer, HttpBrowser } from "../http-browser.ts";
import { must, unescapeHtml } from "./pages.ts";

export interface PortalAnswer {
  value: AnswerValue | undefined;
  comment: string;
  reason: string;
  files: readonly { name: string; type: string; bytes: Uint8Array }[];
}

/** Answers by question key; `today` dates the documents. */
export type PortalAnswers = ReadonlyMap<string, PortalAnswer>;

const mostRounds = 60;

/** Opens the link, answers everything the pages ask, and returns the check page. */
export async function answerPortal(
  browser: HttpBrowser,
  link: string,
  name: string,
  answers: PortalAnswers,
  startsOn: string,
): Promise<Answer> {
  const door = await browser.get(link);
  must(door.status === 200, "the vendor's link opens its door", door);
  let page = await browser.post(link, { name });
  const uploaded = new Set<string>();
  // A section is gone back to once: what is missing then, the answers do not have.
  const sentBack = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    // An answer may have opened a question in a section left behind: the check page links to it.
    const missing = page.path.startsWith("/vendor/check") ? /href="(\/vendor\/sections\/[^"?#]+)\?check/.exec(page.html)?.[1] : undefined;
    if (missing && sentBack.has(missing)) break;
    if (missing) page = await browser.get(unescapeHtml(missing));
    if (missing) sentBack.add(missing);
    if (!page.path.startsWith("/vendor/sections/")) break;
    const path = page.path.split("?")[0] as string;
    const keys = shownQuestions(page.html);
    for (const key of keys) {
      if (uploaded.has(key)) continue;
      for (const file of answers.get(key)?.files ?? []) await attach(browser, key, file, startsOn);
      uploaded.add(key);
    }
    page = await browser.post(path, Object.fromEntries([...Object.entries(fieldsOf(page.html, keys, answers)), ["next", "continue"]]));
    must(page.status < 400 || page.status === 422, `section ${path} is saved`, page);
  }
  if (!page.path.startsWith("/vendor/check")) page = await browser.get("/vendor/check");
  must(!/sections\/[^"]+\?check/.test(page.html), "nothing is missing before submitting", page);
  return page;
}

function shownQuestions(html: string): string[] {
  return [...new Set([...html.matchAll(/name="base:([^"]+)"/g)].map((match) => unescapeHtml(match[1] as string)))];
}

function fieldsOf(html: string, keys: readonly string[], answers: PortalAnswers): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const key of keys) {
    const base = new RegExp(`name="base:${key.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}"[^>]*value="(\\d+)"`).exec(html)?.[1] ?? "0";
    fields[fieldName("base", key)] = base;
    const answer = answers.get(key);
    if (!answer) continue;
    const { value, comment, reason } = answer;
    if (value === "na" || value === "declined") fields[fieldName("stands", key)] = value;
    else if (Array.isArray(value) && typeof value[0] === "object") {
      value.forEach((row, index) => {
        for (const [column, cell] of Object.entries(row as Record<string, string | number>))
          fields[cellName(index, column, key)] = String(cell);
      });
    } else if (Array.isArray(value)) fields[fieldName("value", key)] = value as string[];
    else if (value !== undefined && value !== null) fields[fieldName("value", key)] = String(value);
    if (comment) fields[fieldName("comment", key)] = comment;
    if (reason) fields[fieldName("reason", key)] = reason;
  }
  return fields;
}

async function attach(browser: HttpBrowser, questionKey: string, file: PortalAnswer["files"][number], startsOn: string): Promise<void> {
  const page = await browser.get(`/vendor/evidence/${encodeURIComponent(questionKey)}`);
  must(page.status === 200, `the upload page of ${questionKey} opens`, page);
  const kind = /<option value="([a-z0-9-]+)"/.exec(page.html)?.[1] ?? /name="kind"[^>]*value="([^"]+)"/.exec(page.html)?.[1] ?? "";
  const sent = await browser.upload(
    "/v/evidence",
    { questionKey, kind, startsOn, back: `/vendor/evidence/${encodeURIComponent(questionKey)}` },
    file,
  );
  must(sent.status === 200 && !sent.path.includes("upload-error"), `the document for ${questionKey} is taken`, sent);
}
