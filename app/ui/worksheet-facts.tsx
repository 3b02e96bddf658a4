// What was read off a document: names, words and the page each stands on; the same beside an answer and on the document's own page.
import type { WorksheetFact } from "#app/domain/evidence/worksheets/worksheet-facts.ts";
import { Facts } from "./facts.tsx";

export function WorksheetFacts({ facts }: { facts: readonly WorksheetFact[] }) {
  return (
    <Facts
      className="worksheet-facts"
      facts={facts.map(({ label, words, page }) => ({
        name: label,
        value: (
          <>
            {words.length > 1 ? (
              <ul>
                {words.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            ) : (
              words[0]
            )}
            {page !== "" && <span className="quiet"> p. {page}</span>}
          </>
        ),
      }))}
    />
  );
}
