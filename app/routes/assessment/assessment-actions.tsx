// What procurement can do while an assessment runs: remind, extend, cancel. Each asks for what it needs in place.
import type { viewAssessment } from "#app/server/assessments/assessment-overview.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Section } from "#app/ui/section.tsx";

export interface AssessmentActionsProps {
  view: Pick<
    Awaited<ReturnType<typeof viewAssessment>>,
    "id" | "isVendorsTurn" | "dueOn" | "status" | "may" | "isFromDocuments" | "prepared"
  >;
  error: { fields?: Record<string, string>; values: Record<string, string | string[]> } | undefined;
}

export function AssessmentActions({ view, error }: AssessmentActionsProps) {
  const intent = error?.values.intent;
  const fieldsOf = (name: string) => (intent === name ? (error?.fields ?? {}) : {});
  const extend = fieldsOf("extend");
  const cancel = fieldsOf("cancel");
  const { status, may } = view;
  const isTakeable = (status === "draft" || status === "sent" || status === "in_progress") && may.answerFromDocuments;
  const isOpenable = view.isFromDocuments && (status === "submitted" || status === "in_review") && may.answerFromDocuments;
  return (
    <Section id="actions" title="Actions">
      <div className="stack">
        {may.prepare ? (
          <p>
            <LinkButton href={`/assessments/${view.id}/prepare`} icon="pencil">
              Fill on behalf
            </LinkButton>{" "}
            <span className="muted">What you type counts once the vendor has confirmed it.</span>
          </p>
        ) : null}
        {view.isVendorsTurn && may.send ? (
          <>
            <form method="post">
              <Button name="intent" value="remind" icon="bell">
                Remind
              </Button>{" "}
              <span className="muted">Sends the contact a mail with a fresh link; once a day.</span>
            </form>
            <Disclosure summary="Extend" isOpen={intent === "extend"}>
              <form method="post" className="stack form">
                <input type="hidden" name="intent" value="extend" />
                <Field name="dueOn" label="New due day" error={extend.dueOn} required>
                  <DateInput defaultValue={String(intent === "extend" ? (error?.values.dueOn ?? "") : (view.dueOn ?? ""))} />
                </Field>
                <Field name="reason" id="f-extend-reason" label="Reason" error={extend.reason} required>
                  <Input defaultValue={String(intent === "extend" ? (error?.values.reason ?? "") : "")} />
                </Field>
                <Button>Extend</Button>
              </form>
            </Disclosure>
          </>
        ) : null}
        {isTakeable ? (
          <Disclosure summary="The vendor will not answer" isOpen={intent === "documents"}>
            <form method="post" className="stack form">
              <input type="hidden" name="intent" value="documents" />
              <p className="muted">
                You answer from its documents, each answer with document and page. What it typed without submitting does not count, its link
                says that we answer now, and nobody attests to anything; the report says so on its first page.
              </p>
              <Field name="reason" id="f-documents-reason" label="How do you know?" error={fieldsOf("documents").reason} required>
                <Input maxLength={500} defaultValue={String(intent === "documents" ? (error?.values.reason ?? "") : "")} />
              </Field>
              <div className="row">
                <Button icon="file-text">Answer from documents</Button>
              </div>
            </form>
          </Disclosure>
        ) : null}
        {isOpenable ? (
          <Disclosure summary="Open the answers again" isOpen={intent === "again"}>
            <form method="post" className="stack form">
              <input type="hidden" name="intent" value="again" />
              <p className="muted">Answers that stay as they are keep their determinations.</p>
              <Field name="reason" id="f-again-reason" label="Reason" error={fieldsOf("again").reason} required>
                <Input maxLength={500} defaultValue={String(intent === "again" ? (error?.values.reason ?? "") : "")} />
              </Field>
              <div className="row">
                <Button>Open the answers again</Button>
              </div>
            </form>
          </Disclosure>
        ) : null}
        {may.send ? (
          <Disclosure summary="Cancel or close" isOpen={intent === "cancel"}>
            <form method="post" className="stack form">
              <input type="hidden" name="intent" value="cancel" />
              <RadioGroup
                name="how"
                legend="How it ends"
                defaultValue={String(error?.values.how ?? "cancel")}
                options={[
                  { value: "cancel", label: "Cancelled by us" },
                  { value: "close_unanswered", label: "Closed unanswered" },
                ]}
              />
              <Field name="reason" label="Reason" error={cancel.reason} required>
                <Input defaultValue={String(intent === "cancel" ? (error?.values.reason ?? "") : "")} />
              </Field>
              <Button tone="danger">End the assessment</Button>
            </form>
          </Disclosure>
        ) : null}
      </div>
    </Section>
  );
}
