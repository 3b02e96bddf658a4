// The one written form of report facts: keys sorted, two spaces, final line feed, UTF-8. Two equal fact sets give
// equal text, so the text can be hashed, compared and signed. Changing it changes every future report.json.
import type { ReportFacts } from "./report-facts.ts";

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}

/** The facts as the text of `report.json`. */
export function reportJson(facts: ReportFacts): string {
  return `${JSON.stringify(sortKeys(facts), null, 2)}\n`;
}
