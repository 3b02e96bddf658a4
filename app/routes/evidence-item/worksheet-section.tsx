// The worksheet of the document: what was read off it, what keeps it from being verified, and the form to fill it in.
import type { DocumentView } from "#app/domain/evidence/document-view.ts";
import type { WorksheetView } from "#app/domain/evidence/worksheets/worksheet-view.ts";
import type { FormError } from "#app/server/platform/route.server.ts";
import { Callout } from "#app/ui/callout.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section } from "#app/ui/section.tsx";
import { WorksheetFacts } from "#app/ui/worksheet-facts.tsx";
import { WorksheetForm } from "#app/ui/worksheet-form.tsx";

interface WorksheetSectionProps {
  worksheet: WorksheetView;
  document: DocumentView;
  mayFill: boolean;
  /** The form was just refused. */
  refused: FormError | undefined;
}

export function WorksheetSection({ worksheet, document, mayFill, refused }: WorksheetSectionProps) {
  const isVerified = document.verdict === "verified";
  const isFilled = document.worksheetFacts.length > 0;
  const missing = Object.entries(worksheet.errors);
  return (
    <Section id="worksheet" title={`Worksheet: ${worksheet.title}`} note="Only a filled worksheet makes this document verified">
      <div className="stack" id="f-worksheet" tabIndex={-1}>
        {isFilled && <WorksheetFacts facts={document.worksheetFacts} />}
        {!isFilled && !mayFill && <p className="quiet">Nobody has filled it in yet.</p>}
        {worksheet.refusals.length > 0 && (
          <Callout tone="warn" title="By what was read, it proves nothing for us. Reject it, so that the vendor sends another one.">
            {worksheet.refusals.join(" ")}
          </Callout>
        )}
        {isFilled && !isVerified && worksheet.refusals.length === 0 && missing.length > 0 && (
          <Callout tone="info" title="A draft. Before it can be verified:">
            <ul>
              {missing.map(([field, message]) => (
                <li key={field}>{message}</li>
              ))}
            </ul>
          </Callout>
        )}
        {mayFill && (
          <Disclosure summary={isFilled ? "Change the worksheet" : "Fill in the worksheet"} isOpen={!isVerified || refused !== undefined}>
            <WorksheetForm worksheet={worksheet} isVerified={isVerified} values={refused?.values} errors={refused?.fields ?? {}} />
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
