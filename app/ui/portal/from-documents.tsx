// Said to a vendor that did not answer: its questions are answered from its documents now, and how it may answer after all.
import type { VendorFrame } from "#app/domain/assessment/vendor-page.ts";
import type { Messages } from "#app/i18n/en.ts";

export interface FromDocumentsProps {
  frame: Pick<VendorFrame, "asker" | "help">;
  words: Messages["portal"];
}

export function FromDocuments({ frame: { asker, help }, words: { fromDocuments } }: FromDocumentsProps) {
  return (
    <>
      <h1>{fromDocuments.title}</h1>
      <p className="lead">{fromDocuments.lead(asker)}</p>
      <div className="stack">
        <p>{fromDocuments.instead}</p>
        {help ? (
          <p>
            <a href={`mailto:${help.email}`}>{fromDocuments.write(help.name)}</a>
          </p>
        ) : null}
      </div>
    </>
  );
}
