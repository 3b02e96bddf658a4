// Reading pages as text, and failing a journey with what was seen.
import type { Answer } from "../http-browser.ts";

export class JourneyFailure extends Error {
  override readonly name = "JourneyFailure";
}

/** Throws with the step's name and what the page said. */
export function must(holds: boolean, step: string, page?: Answer): asserts holds {
  if (holds) return;
  const seen = page ? `\n  ${page.status} ${page.path}\n  ${textOf(page.html).slice(0, 600)}` : "";
  throw new JourneyFailure(`It failed that ${step}.${seen}`);
}

export function unescapeHtml(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The words of a page's main part. */
export function textOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return unescapeHtml(main.replaceAll(/<[^>]+>/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** First match of a pattern's first group in the page's address or text, or a failed step. */
export function find(page: Answer, pattern: RegExp, what: string): string {
  const found = (pattern.exec(page.path) ?? pattern.exec(page.html))?.[1];
  must(found !== undefined, `the page names ${what}`, page);
  return unescapeHtml(found);
}
