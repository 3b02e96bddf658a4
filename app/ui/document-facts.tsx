// The facts of a document, the same beside an answer and on its own page.
import type { DocumentView } from "#app/domain/evidence/document-view.ts";
import { Facts } from "./facts.tsx";
import { formatDay, formatHash } from "./format.ts";

export function DocumentFacts({ document, today }: { document: DocumentView; today: string }) {
  return (
    <Facts
      facts={[
        { name: "Kind", value: document.kindLabel },
        { name: document.clock, value: document.startsOn ? formatDay(document.startsOn) : "not given" },
        { name: "Holds until", value: document.expiresOn ? formatDay(document.expiresOn, today) : "no end" },
        { name: "Vendor sees it", value: document.isVendors ? "yes, it is its own" : "no, it is ours" },
        {
          name: "SHA-256",
          value: (
            <span className="hash" title={document.sha256}>
              {formatHash(document.sha256)}
            </span>
          ),
        },
      ]}
    />
  );
}
