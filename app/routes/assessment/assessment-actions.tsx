// What procurement can do while an assessment runs: remind, extend, cancel. Each asks for what it needs in place.
import type { viewAssessment } from "#app/server/assessments/assessment-overview.queries.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Section } from "#app/ui/section.tsx";

export interface AssessmentActionsProps {
  view: Pick<Awaited<ReturnType<typeof viewAssessment>>, "isVendorsTurn" | "dueOn">;
  error: { fields?: Record<string, string>; values: Record<string, string | string[]> } | undefined;
}

export function AssessmentActions({ view, error }: AssessmentActionsProps) {
  const intent = error?.values.intent;
  const fieldsOf = (name: string) => (intent === name ? (error?.fields ?? {}) : {});
  const extend = fieldsOf("extend");
  const cancel = fieldsOf("cancel");
  return (
    <Section id="actions" title="Actions">
      <div className="stack">
        {view.isVendorsTurn ? (
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
      </div>
    </Section>
  );
}
