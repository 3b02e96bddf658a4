// What was read off a document: names, words and the page each stands on; the same beside an answer and on the document's own page.
import type { WorksheetFact } from "#app/domain/evidence/worksheets/worksheet-facts.ts";
import { Facts } from "./facts.tsx";
import { formatDay } from "./format.ts";

export function WorksheetFacts({ facts }: { facts: readonly WorksheetFact[] }) {
  return (
    <Facts
      className="worksheet-facts"
      facts={facts.map(({ label, words, isDay, page }) => ({
        name: label,
        value: (
          <ul>
            {words.map((each, index) => (
              <li key={each}>
                {isDay ? formatDay(each) : each}
                {page !== "" && index === words.length - 1 && <span className="quiet nowrap"> p. {page}</span>}
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}
