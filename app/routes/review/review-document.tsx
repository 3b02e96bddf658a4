// A document beside the answer it is to prove: its facts, the file itself, and how it was verified, rejected or corrected.
import { verificationWays, verificationWayTexts } from "#app/domain/evidence/verification.ts";
import type { AnswerCard, DocumentView } from "#app/server/assessments/review/review-cards.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Field } from "#app/ui/field.tsx";
import { formatDay, formatHash } from "#app/ui/format.ts";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Select } from "#app/ui/select.tsx";
import { EvidencePill } from "#app/ui/state-pills.tsx";

export interface ReviewDocumentProps {
  document: DocumentView;
  card: Pick<AnswerCard, "key" | "kinds">;
  mayVerify: boolean;
  today: string;
}

export function ReviewDocument({ document, card, mayVerify, today }: ReviewDocumentProps) {
  const { id, fileName, isImage, verification } = document;
  return (
    <section className="evidence-item" aria-label={`Document ${fileName}`}>
      <div className="row">
        <h4>
          <a href={`/evidence/${id}`}>{fileName}</a>
        </h4>
        <EvidencePill status={document.state} />
        {!document.isRead && document.verdict === "none" && <span className="quiet">not opened yet</span>}
        <LinkButton href={`/evidence/${id}/file`} tone="ghost" icon="download">
          Open document
        </LinkButton>
      </div>
      <DocumentFacts document={document} today={today} />
      {verification && document.verdict === "verified" && (
        <p className="quiet">
          Verified: {verificationWayTexts[verification.how as keyof typeof verificationWayTexts] ?? verification.how}
          {verification.page && `, page ${verification.page}`}. {verification.note}
        </p>
      )}
      {verification && document.verdict === "rejected" && <p className="quiet">Rejected: {verification.note}</p>}
      {isImage && (
        <Disclosure summary="Show the image">
          <img className="evidence-image" src={`/evidence/${id}/file?show`} alt={fileName} loading="lazy" />
        </Disclosure>
      )}
      {mayVerify && <DocumentForms document={document} kinds={card.kinds} questionKey={card.key} today={today} />}
    </section>
  );
}

export function DocumentFacts({ document, today }: { document: DocumentView; today: string }) {
  return (
    <Facts
      facts={[
        { name: "Kind", value: document.kindLabel },
        { name: document.clock, value: document.startsOn ? formatDay(document.startsOn) : "not given" },
        { name: "Holds until", value: document.expiresOn ? formatDay(document.expiresOn, today) : "no end" },
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

interface DocumentFormsProps {
  document: DocumentView;
  kinds: readonly { code: string; label: string }[];
  /** Where the review goes on; absent on the document's own page. */
  questionKey?: string;
  today: string;
}

export function DocumentForms({ document, kinds, questionKey, today }: DocumentFormsProps) {
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
      <Disclosure summary="Reject">
        <form method="post" className="stack">
          {hidden("reject")}
          <Field name="reason" id={`reject-${id}`} label="Why it proves nothing">
            <Input required />
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
