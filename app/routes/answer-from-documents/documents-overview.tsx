// The start of answering from documents: what there is to read, the sections, and the end: **Finish**, or back to the vendor.
import type { viewDocumentAnswers } from "#app/server/assessments/from-documents/documents-page.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Callout } from "#app/ui/callout.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { StaffSectionList } from "#app/ui/portal/staff-section-list.tsx";
import { Section } from "#app/ui/section.tsx";

type View = Awaited<ReturnType<typeof viewDocumentAnswers>>;

export interface DocumentsOverviewProps {
  view: Pick<View, "engagementId" | "vendor" | "tier" | "documents" | "sections" | "progress" | "unanswered" | "wasSent" | "today">;
  list: string;
  error: { fields?: Record<string, string>; values: Record<string, string | string[]> } | undefined;
}

export function DocumentsOverview({ view, list, error }: DocumentsOverviewProps) {
  const { vendor, tier, documents, sections, progress, unanswered, wasSent, today } = view;
  return (
    <div className="stack stack-40">
      <Callout tone="info">
        <p>
          {vendor.name} does not answer, so you do, from its documents: each scored answer names document and page. The report says on its
          first page that the vendor attested to nothing.
          {tier <= 2 ? " Because this is tier " : ""}
          {tier <= 2 ? `${tier}, somebody else has to determine what you answer.` : ""}
        </p>
      </Callout>
      <Section id="documents" title="Documents" note={documents.length === 0 ? "none yet" : `${documents.length} to read`}>
        {documents.length === 0 ? (
          <p className="muted">Reports, certificates, public statements: upload what you have before you begin.</p>
        ) : (
          <ul className="check-list">
            {documents.map(({ id, name, kind, expiresOn }) => (
              <li key={id}>
                <a href={`/evidence/${id}`}>{name}</a>{" "}
                <span className="muted">
                  {kind}
                  {expiresOn === null ? "" : `, valid until ${formatDay(expiresOn, today)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="section-foot">
          <LinkButton href={`/engagements/${view.engagementId}/upload`} icon="upload">
            Upload a document
          </LinkButton>
        </p>
      </Section>
      <Section id="sections" title="Sections" note={`${progress.answered} of ${progress.required} required questions answered`}>
        <StaffSectionList sections={sections} list={list} />
      </Section>
      <Section id="finish" title="Finish">
        <form method="post" className="stack form">
          <input type="hidden" name="intent" value="finish" />
          {unanswered > 0 ? (
            <Checkbox
              name="restNotFound"
              value="yes"
              label={
                unanswered === 1 ? "The one left open is not in the documents" : `The ${unanswered} left open are not in the documents`
              }
              hint="They then read “Not found in the documents”, which is an answer and scores nothing. Without it they stay unanswered, and there is no grade."
            />
          ) : null}
          <p className="muted">The answers go to review and can be opened again until the review is closed.</p>
          <div className="row">
            <Button tone="primary">Finish</Button>
          </div>
        </form>
      </Section>
      {wasSent ? (
        <Disclosure summary="The vendor answers after all" isOpen={error?.values.intent === "return"}>
          <form method="post" className="stack form">
            <input type="hidden" name="intent" value="return" />
            <p>
              It can type again under its link, and finds there what it had typed. What you read becomes a list for it to confirm or change.
            </p>
            <Field name="reason" label="Reason" error={error?.fields?.reason} required>
              <Input defaultValue={String(error?.values.reason ?? "")} />
            </Field>
            <div className="row">
              <Button>Give it back to the vendor</Button>
            </div>
          </form>
        </Disclosure>
      ) : null}
    </div>
  );
}
