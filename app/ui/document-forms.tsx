// Verify, reject, correct: the forms of a document, the same beside an answer and on its own page.
import type { DocumentView } from "#app/domain/evidence/document-view.ts";
import { verificationWays, verificationWayTexts } from "#app/domain/evidence/verification.ts";
import { Button } from "./button.tsx";
import { CheckboxGroup } from "./checkbox.tsx";
import { DateInput } from "./date-input.tsx";
import { Disclosure } from "./disclosure.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { LinkButton } from "./link-button.tsx";
import { Select } from "./select.tsx";

interface DocumentFormsProps {
  document: DocumentView;
  kinds: readonly { code: string; label: string }[];
  /** Where the review goes on; absent on the document's own page. */
  questionKey?: string;
  today: string;
  /** Where its worksheet is filled in; absent on that page itself. */
  worksheetHref?: string;
  /** The reason to reject it with, as far as its worksheet says one. */
  rejectBecause?: string;
}

export function DocumentForms({ document, kinds, questionKey, today, worksheetHref, rejectBecause }: DocumentFormsProps) {
  const { id } = document;
  const hidden = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="evidenceId" value={id} />
      {questionKey !== undefined && <input type="hidden" name="at-question" value={questionKey} />}
    </>
  );
  const known = kinds.some(({ code }) => code === document.kind) ? kinds : [{ code: document.kind, label: document.kindLabel }, ...kinds];
  return (
    <div className="evidence-forms">
      {/* A kind with a worksheet is verified on the document's own page, by filling it in. */}
      {document.hasWorksheet && worksheetHref !== undefined && (
        <p>
          <LinkButton href={worksheetHref} icon="clipboard-check">
            {document.verdict === "verified" ? "Correct the worksheet" : "Fill in the worksheet"}
          </LinkButton>
        </p>
      )}
      {!document.hasWorksheet && (
        <Disclosure summary="Verify">
          <form method="post" className="stack">
            {hidden("verify")}
            <Field name="how" id={`how-${id}`} label="How">
              <Select options={verificationWays.map((way) => ({ value: way, label: verificationWayTexts[way] }))} />
            </Field>
            <Field name="page" id={`page-${id}`} label="Page or place" isOptional>
              <Input maxLength={200} />
            </Field>
            <CheckboxGroup id={`checks-${id}`} name="checks" legend="Checked" options={document.checks} />
            <Field name="note" id={`note-${id}`} label="Note" isOptional>
              <Input />
            </Field>
            <div className="row">
              <Button icon="badge-check">Mark as verified</Button>
            </div>
          </form>
        </Disclosure>
      )}
      <Disclosure summary="Reject">
        <form method="post" className="stack">
          {hidden("reject")}
          <Field name="reason" id={`reject-${id}`} label="Why it proves nothing">
            <Input required defaultValue={rejectBecause} />
          </Field>
          <div className="row">
            <Button icon="circle-x">Reject document</Button>
          </div>
        </form>
      </Disclosure>
      <Disclosure summary="Correct kind or dates">
        <form method="post" className="stack">
          {hidden("correct")}
          <Field name="kind" id={`kind-${id}`} label="Kind">
            <Select options={known.map(({ code, label }) => ({ value: code, label }))} defaultValue={document.kind} />
          </Field>
          <Field name="startsOn" id={`starts-${id}`} label={document.clock} isOptional>
            <DateInput defaultValue={document.startsOn ?? ""} max={today} />
          </Field>
          <Field name="statedExpiryOn" id={`stated-${id}`} label="Last day it names itself" isOptional>
            <DateInput defaultValue={document.statedExpiryOn ?? ""} />
          </Field>
          <div className="row">
            <Button>Save correction</Button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
